package dev.interlock.security.token;

import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Scope;
import dev.interlock.security.SecurityProblem;
import dev.interlock.security.SignedIn;
import dev.interlock.security.Token;
import dev.interlock.security.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in table security.token. */
@Component
class TokenStore implements Tokens {
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final String SELECT = """
            select token.id, token.name, token.key_id, token.scopes, project.key as project_key,
                   coalesce(person.name, 'first start') as owner, token.created_at, token.expires_at,
                   token.last_used_at, token.last_used_from
              from security.token token
              left join security.project project on project.id = token.project_id
              left join security.person person on person.id = token.person_id
             where token.project_id is not distinct from cast(:project as bigint)
               and token.revoked_at is null and token.expires_at > :now
            """;

    private static final String ADD = """
            insert into security.token (project_id, person_id, name, key_id, secret_hash, scopes, created_at, expires_at)
            values (:project, :person, :name, :keyId, :hash, :scopes, :now, :expires)
            """;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final AuditLog audit;

    TokenStore(JdbcClient sql, InstantSource clock, AuditLog audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Made create(@Nullable ProjectId project, Wanted wanted, SignedIn owner) {
        check(project, wanted, owner);
        var text = TokenText.create();
        sql.sql(ADD)
                .param("project", id(project))
                .param("person", owner.personId() == 0 ? null : owner.personId())
                .param("name", wanted.name().strip())
                .param("keyId", text.keyId())
                .param("hash", text.hash())
                .param("scopes", wanted.scopes().stream().map(Scope::word).toArray(String[]::new))
                .param("now", utc(clock.instant()))
                .param("expires", utc(clock.instant().plus(wanted.validFor())))
                .update();
        var token = sql.sql(SELECT + " and token.key_id = :keyId")
                .param("project", id(project))
                .param("now", utc(clock.instant()))
                .param("keyId", text.keyId())
                .query(TokenStore::token)
                .single();
        audit.record(project, owner.actor(), "token.create", token.prefix(), null, words(token));
        return new Made(token, text.text());
    }

    @Override
    public List<Token> list(@Nullable ProjectId project) {
        return sql.sql(SELECT + " order by token.id desc")
                .param("project", id(project))
                .param("now", utc(clock.instant()))
                .query(TokenStore::token)
                .list();
    }

    @Override
    @Transactional
    public void revoke(@Nullable ProjectId project, long token, SignedIn by) {
        var prefix = sql.sql("""
                update security.token set revoked_at = :now
                 where id = :id and project_id is not distinct from cast(:project as bigint) and revoked_at is null
                returning key_id
                """)
                .param("now", utc(clock.instant()))
                .param("id", token)
                .param("project", id(project))
                .query(String.class)
                .optional()
                .orElseThrow(() -> SecurityProblem.TOKEN_IS_UNKNOWN.because("There is no token " + token + " here."));
        audit.record(project, by.actor(), "token.revoke", TokenText.PREFIX + prefix, null, null);
    }

    private void check(@Nullable ProjectId project, Wanted wanted, SignedIn owner) {
        var findings = new ArrayList<Finding>();
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            findings.add(Finding.error("name", "is empty or too long", "Use 1 to 100 characters."));
        }
        if (wanted.scopes().isEmpty()) {
            findings.add(Finding.error("scopes", "is empty", "Use read, run:trigger, result:write or admin."));
        }
        if (wanted.validFor().compareTo(Duration.ofDays(1)) < 0
                || wanted.validFor().compareTo(LONGEST) > 0) {
            findings.add(Finding.error("expiresAt", "is too near or too far", "Use a time in 1 day to 1 year."));
        }
        if (!findings.isEmpty()) {
            throw SecurityProblem.INPUT_IS_REFUSED.because("The token cannot be made.", findings);
        }
        if (project == null && !owner.instanceAdmin()) {
            throw SecurityProblem.NOT_ALLOWED.because("This token cannot be given to whoever asks.");
        }
        if (list(project).size() >= MOST) {
            throw SecurityProblem.TOO_MANY.because("There are " + MOST + " tokens here, which is the most.");
        }
    }

    static Set<Scope> scopes(ResultSet row) throws SQLException {
        var words = (Object[]) row.getArray("scopes").getArray();
        return Arrays.stream(words)
                .flatMap(word -> Scope.of(word.toString()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                TokenText.PREFIX + row.getString("key_id"),
                scopes(row),
                row.getString("project_key"),
                row.getString("owner"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                row.getString("last_used_from"));
    }

    private static String words(Token token) {
        return token.name() + ": "
                + token.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(", ")) + " until "
                + token.expiresAt();
    }

    private static @Nullable Long id(@Nullable ProjectId project) {
        return project == null ? null : project.value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
