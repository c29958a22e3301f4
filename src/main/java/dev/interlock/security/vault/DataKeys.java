package dev.interlock.security.vault;

import dev.interlock.platform.ProjectId;
import dev.interlock.security.SecurityProblem;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key of each project, wrapped by the key of the installation. */
@Component
class DataKeys {
    private final JdbcClient sql;
    private final InstantSource clock;
    private final Sealing wrapping;

    DataKeys(JdbcClient sql, InstantSource clock, VaultKey key) {
        this.sql = sql;
        this.clock = clock;
        this.wrapping = new Sealing(key.bytes());
    }

    /** The key of a project, made when it has none yet. */
    Sealing of(ProjectId project) {
        sql.sql("""
                insert into security.data_key (project_id, wrapped, created_at) values (:project, :wrapped, :at)
                on conflict (project_id) do nothing
                """)
                .param("project", project.value())
                .param("wrapped", wrapping.seal(Sealing.newKey(), place(project)))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return existing(project).orElseThrow();
    }

    /** The key of a project; empty when it has none yet. */
    Optional<Sealing> existing(ProjectId project) {
        return sql.sql("select wrapped from security.data_key where project_id = :project")
                .param("project", project.value())
                .query(byte[].class)
                .optional()
                .map(wrapped -> unwrapped(project, wrapped));
    }

    private Sealing unwrapped(ProjectId project, byte[] wrapped) {
        return wrapping.open(wrapped, place(project))
                .map(Sealing::new)
                .orElseThrow(() -> SecurityProblem.SECRET_IS_UNREADABLE.because(
                        "The secrets of this project were written with another key file."));
    }

    private static String place(ProjectId project) {
        return "data-key|" + project;
    }
}
