package dev.interlock.execution.queue;

import dev.interlock.execution.carry.ItemResult;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds items whose node is gone and runs that are through, whichever node they belong to. */
@Component
public class Reaper {
    static final Duration SILENT = Duration.ofSeconds(6);

    /** So often a test is started again: more than a night of restarts takes, few enough for one that kills its worker. */
    static final int MOST_CRASHES = 12;

    private static final String STRANDED = """
            from execution.run_item item
             where item.state = 'LEASED'
               and not exists (select 1 from execution.node
                                where node.id = item.lease_node and node.incarnation = item.lease_inc)
            """;

    private static final String RETURN = """
            update execution.run_item target
               set state = 'READY', lease_node = null, lease_inc = null, crashes = target.crashes + 1
              from (select item.run_id, item.seq
            """ + STRANDED + """
                       and item.crash_policy = 'RERUN' and item.crashes < :most
                       for update of item skip locked) lost
             where (target.run_id, target.seq) = (lost.run_id, lost.seq)
            """;

    private static final String INTERRUPTED = """
            select item.project_id, item.run_id, item.seq, item.crash_policy = 'RERUN'
            """ + STRANDED + """
               and (item.crash_policy <> 'RERUN' or item.crashes >= :most)
             limit 500
            """;

    private static final String THROUGH = """
            select run.project_id, run.id
              from execution.run run
             where run.finished_at is null and run.state in ('RUNNING', 'CANCELLED')
               and (run.state = 'CANCELLED'
                    or not run.expanding
                   and not exists (select 1 from execution.run_item item
                                    where item.run_id = run.id and item.state = 'LEASED')
                   and (run.stopping is not null
                        or (select item.seq from execution.run_item item
                             where item.run_id = run.id and item.state = 'READY'
                             order by item.target_set, item.seq limit 1) is null))
             limit 100
            """;

    private static final String NOT_TWICE =
            "The process that carried out the test was lost, and the test may not be sent twice.";

    private static final String TOO_OFTEN = "The process that carried out the test was lost " + (MOST_CRASHES + 1)
            + " times. See whether the test itself brings it down, then start the run again.";

    private record Place(ProjectId project, RunId run, int seq) {}

    private record Lost(Place place, String sentence) {}

    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final ItemJournal journal;
    private final RunCloser closer;
    private final InstantSource clock;

    Reaper(JdbcClient jdbc, Nodes nodes, ItemJournal journal, RunCloser closer, InstantSource clock) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.journal = journal;
        this.closer = closer;
        this.clock = clock;
    }

    /** One round. */
    public void runDue() {
        nodes.bury(SILENT);
        jdbc.sql(RETURN).param("most", MOST_CRASHES).update();
        interrupted().forEach(this::interrupt);
        through().forEach(place -> closer.close(place.project(), place.run()));
    }

    private List<Lost> interrupted() {
        return jdbc.sql(INTERRUPTED)
                .param("most", MOST_CRASHES)
                .query((row, n) -> new Lost(place(row, row.getInt(3)), row.getBoolean(4) ? TOO_OFTEN : NOT_TWICE))
                .list();
    }

    private List<Place> through() {
        return jdbc.sql(THROUGH).query((row, n) -> place(row, 0)).list();
    }

    private void interrupt(Lost lost) {
        var place = lost.place();
        var failure = new Failure(lost.sentence(), CauseClass.ENGINE, null, "");
        journal.settle(
                place.project(),
                place.run(),
                List.of("LEASED"),
                List.of(place.seq()),
                ItemResult.unsent(Outcome.BROKEN, clock.instant(), failure.sentence(), failure));
    }

    private static Place place(ResultSet row, int seq) throws SQLException {
        return new Place(new ProjectId(row.getLong(1)), new RunId(row.getObject(2, UUID.class)), seq);
    }
}
