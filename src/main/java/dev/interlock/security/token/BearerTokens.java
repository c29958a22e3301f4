package dev.interlock.security.token;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Scope;
import dev.interlock.security.SignedIn;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is behind a bearer token. Looked up for each request, so a revoked token is refused at once on every node. */
@Component
public class BearerTokens {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** A token of the first start counts only as long as no person is administrator. */
    private static final String FIND = """
            select token.id, token.name, token.secret_hash, token.scopes, token.project_id, token.person_id,
                   token.last_used_at, coalesce(person.instance_admin, true) as instance_admin
              from security.token token
              left join security.person person on person.id = token.person_id
             where token.key_id = :keyId and token.revoked_at is null and token.expires_at > :now
               and (person.active
                    or token.person_id is null
                       and not exists (select 1 from security.person where instance_admin and active))
            """;

    private final JdbcClient sql;
    private final InstantSource clock;

    BearerTokens(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Found(
            SignedIn signedIn, boolean matches, @Nullable Instant lastUsedAt) {}

    /** The owner of a token that is good now. */
    public Optional<SignedIn> signedIn(String text, String address) {
        var bootstrap = BootstrapToken.keyId(text);
        var token = TokenText.read(text).orElseGet(() -> new TokenText(bootstrap, text));
        var found = find(token).filter(Found::matches);
        found.filter(this::isWorthNoting).ifPresent(used -> note(token.keyId(), address));
        return found.map(Found::signedIn);
    }

    private Optional<Found> find(TokenText token) {
        return sql.sql(FIND)
                .param("keyId", token.keyId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> found(row, token))
                .optional();
    }

    private static Found found(ResultSet row, TokenText token) throws SQLException {
        var project = row.getObject("project_id", Long.class);
        var scopes = TokenStore.scopes(row);
        var admin = row.getBoolean("instance_admin") && project == null && scopes.contains(Scope.ADMIN);
        var signedIn = new SignedIn(
                row.getLong("person_id"),
                Actor.token(row.getString("id"), row.getString("name")),
                admin,
                Set.copyOf(scopes),
                project == null ? null : new ProjectId(project));
        var matches = MessageDigest.isEqual(row.getBytes("secret_hash"), token.hash());
        return new Found(signedIn, matches, TokenStore.instant(row, "last_used_at"));
    }

    private boolean isWorthNoting(Found found) {
        return found.lastUsedAt() == null
                || found.lastUsedAt().plus(NOTED_EVERY).isBefore(clock.instant());
    }

    private void note(String keyId, String address) {
        sql.sql("update security.token set last_used_at = :now, last_used_from = :address where key_id = :keyId")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("address", address)
                .param("keyId", keyId)
                .update();
    }
}
