package dev.interlock.security.token;

import dev.interlock.platform.Actor;
import dev.interlock.security.AuditLog;
import dev.interlock.security.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the value of INTERLOCK_BOOTSTRAP_TOKEN an administrator's token for 24 hours, for first starts without a person.
 * A restart keeps the first expiry, since the row of the first start stays.
 */
@Component
class BootstrapToken implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(BootstrapToken.class);
    private static final int SHORTEST = 40;
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private final JdbcClient sql;
    private final InstantSource clock;
    private final AuditLog audit;
    private final String value;

    BootstrapToken(
            JdbcClient sql, InstantSource clock, AuditLog audit, @Value("${INTERLOCK_BOOTSTRAP_TOKEN:}") String value) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.value = value.strip();
    }

    /** The key id of a token that people chose themselves. */
    static String keyId(String text) {
        return "first:" + HexFormat.of().formatHex(TokenText.hash("key id|" + text), 0, 12);
    }

    /** Runs before the first request can come. */
    @Override
    public void afterSingletonsInstantiated() {
        if (value.isEmpty()) {
            return;
        }
        if (value.length() < SHORTEST) {
            LOG.warn("INTERLOCK_BOOTSTRAP_TOKEN is ignored: it has fewer than {} characters.", SHORTEST);
            return;
        }
        var added = sql.sql("""
                insert into security.token (name, key_id, secret_hash, scopes, created_at, expires_at)
                select 'first start', :keyId, :hash, :scopes, :now, :expires
                 where not exists (select 1 from security.person where instance_admin and active)
                on conflict (key_id) do nothing
                """)
                .param("keyId", keyId(value))
                .param("hash", TokenText.hash(value))
                .param("scopes", new String[] {Scope.ADMIN.word()})
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("expires", clock.instant().plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) {
            audit.record(null, Actor.system("first start"), "token.create", "first start", null, "24 hours");
        }
    }
}
