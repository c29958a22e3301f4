package dev.interlock.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What requests with an Idempotency-Key were answered, kept for 24 hours in platform.idempotency_key. */
@Component
public class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofHours(24);

    /** A request that has not been answered by now died with its node. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final String BEGIN = """
            insert into platform.idempotency_key as old (project, key, request_hash, created_at)
            values (:project, :key, :hash, :now)
            on conflict (project, key) do update
               set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null,
                   content_type = null, location = null, etag = null, body = null
             where old.created_at < :forgotten or old.status is null and old.created_at < :died
            """;

    private final JdbcClient sql;
    private final InstantSource clock;

    IdempotencyKeys(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An earlier request with the same key.
     *
     * @param same whether it asked for the same
     * @param answer how it was answered, null while it is worked on
     */
    public record Earlier(boolean same, @Nullable Answer answer) {}

    /**
     * An answer that can be given again.
     *
     * @param headers those worth repeating: Content-Type, Location, ETag
     */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** Begins a request; empty when it is the first with this key. */
    public Optional<Earlier> begin(String project, String key, byte[] hash) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("delete from platform.idempotency_key where created_at < :forgotten")
                .param("forgotten", now.minus(KEPT))
                .update();
        var begun = sql.sql(BEGIN)
                .param("project", project)
                .param("key", key)
                .param("hash", hash)
                .param("now", now)
                .param("forgotten", now.minus(KEPT))
                .param("died", now.minus(LONGEST))
                .update();
        return begun > 0 ? Optional.empty() : earlier(project, key, hash, now);
    }

    /** Keeps the answer. */
    public void answered(String project, String key, Answer answer) {
        sql.sql("""
                update platform.idempotency_key
                   set status = :status, content_type = :type, location = :location, etag = :etag,
                       body = convert_to(:body, 'UTF8')
                 where project = :project and key = :key
                """)
                .param("status", answer.status())
                .param("type", answer.headers().get("Content-Type"))
                .param("location", answer.headers().get("Location"))
                .param("etag", answer.headers().get("ETag"))
                .param("body", answer.body())
                .param("project", project)
                .param("key", key)
                .update();
    }

    /** Forgets a request whose answer is not worth keeping, so that it can be tried again. */
    public void forget(String project, String key) {
        sql.sql("delete from platform.idempotency_key where project = :project and key = :key")
                .param("project", project)
                .param("key", key)
                .update();
    }

    private Optional<Earlier> earlier(String project, String key, byte[] hash, OffsetDateTime now) {
        return sql.sql("""
                select request_hash = :hash as same, status, content_type, location, etag,
                       convert_from(body, 'UTF8') as body
                  from platform.idempotency_key where project = :project and key = :key and created_at <= :now
                """)
                .param("hash", hash)
                .param("project", project)
                .param("key", key)
                .param("now", now.plus(LONGEST))
                .query((row, number) -> {
                    var headers = new java.util.TreeMap<String, String>();
                    put(headers, "Content-Type", row.getString("content_type"));
                    put(headers, "Location", row.getString("location"));
                    put(headers, "ETag", row.getString("etag"));
                    var status = row.getObject("status", Integer.class);
                    var answer = status == null ? null : new Answer(status, headers, row.getString("body"));
                    return new Earlier(row.getBoolean("same"), answer);
                })
                .optional();
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }
}
