package dev.interlock.risk.store;

import dev.interlock.history.ItemOutcome;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers in which order batches taught and which of their items did: runs overlap, and outages excuse items, so that
 * history alone would not give the same numbers again.
 */
@Component
class TaughtBatches {
    private static final String ADD = """
            insert into risk.taught_batch (project_id, environment, run_id, seqs)
            values (:project, :environment, :run, :seqs)
            """;
    private static final String ALL = """
            select run_id, seqs from risk.taught_batch where project_id = :project and environment = :environment order by id
            """;

    private final JdbcClient jdbc;

    TaughtBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of the items of one batch that taught, in their order. */
    record Batch(UUID run, List<Integer> seqs) {}

    void add(ProjectId project, String environment, UUID run, List<ItemOutcome> items) {
        jdbc.sql(ADD)
                .param("project", project.value())
                .param("environment", environment)
                .param("run", run)
                .param("seqs", items.stream().map(ItemOutcome::seq).toArray(Integer[]::new))
                .update();
    }

    List<Batch> all(ProjectId project, String environment) {
        return jdbc.sql(ALL)
                .param("project", project.value())
                .param("environment", environment)
                .query((row, _) -> new Batch(row.getObject("run_id", UUID.class), List.of((Integer[])
                        row.getArray("seqs").getArray())))
                .list();
    }
}
