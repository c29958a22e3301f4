package dev.interlock.execution.book;

import dev.interlock.execution.RunProblem;
import dev.interlock.execution.store.Times;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for 24 hours which request made which run. */
@Component
class RunKeys {
    private static final Duration KEPT = Duration.ofHours(24);

    private static final String FORGET = """
            delete from execution.idempotency_key
             where project_id = :project and key = :key and created_at < :before
            """;

    private static final String CLAIM = """
            insert into execution.idempotency_key (project_id, key, body_hash, run_id, created_at)
            values (:project, :key, :hash, :run, :at)
            on conflict do nothing
            """;

    private static final String FIND = """
            select body_hash, run_id from execution.idempotency_key
             where project_id = :project and key = :key and created_at >= :after
            """;

    private record Known(String hash, RunId run) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    RunKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** The run made with this key before; refuses another request with the same key. */
    Optional<RunId> find(ProjectId project, @Nullable String key, String hash) {
        if (key == null) {
            return Optional.empty();
        }
        return jdbc.sql(FIND)
                .param("project", project.value())
                .param("key", key)
                .param("after", Times.at(clock.instant().minus(KEPT)))
                .query((row, n) -> new Known(row.getString(1), new RunId(row.getObject(2, UUID.class))))
                .optional()
                .map(known -> same(key, hash, known));
    }

    /** Takes the key for a run in the caller's transaction, or answers the run that has it. */
    Optional<RunId> claim(ProjectId project, @Nullable String key, String hash, RunId run) {
        if (key == null) {
            return Optional.empty();
        }
        jdbc.sql(FORGET)
                .param("project", project.value())
                .param("key", key)
                .param("before", Times.at(clock.instant().minus(KEPT)))
                .update();
        var taken = jdbc.sql(CLAIM)
                .param("project", project.value())
                .param("key", key)
                .param("hash", hash)
                .param("run", run.value())
                .param("at", Times.at(clock.instant()))
                .update();
        return taken == 1 ? Optional.empty() : find(project, key, hash);
    }

    private static RunId same(String key, String hash, Known known) {
        if (!known.hash().equals(hash)) {
            throw RunProblem.IDEMPOTENCY_KEY_IS_USED.because(
                    "The Idempotency-Key \"" + key + "\" was sent with another request in the last 24 hours.");
        }
        return known.run();
    }
}
