package dev.interlock.execution.queue;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out items: one short transaction at a time decides, all nodes carry out. */
@Component
class ItemQueue {
    private static final long LOCK = 7_001;

    private static final String ANY_RUNNING = """
            select exists (select 1 from execution.run where state = 'RUNNING' and finished_at is null and stopping is null)
            """;

    private static final String STOP_ON_THE_CLOCK = """
            update execution.run
               set stopping = 'The time budget of the run is spent.'
             where state = 'RUNNING' and finished_at is null and stopping is null
               and started_at + budget_ms * interval '1 millisecond' <= clock_timestamp()
            """;

    private static final String LIVE = """
            select project_id, run_id, environment, targets from execution.run_item where state = 'LEASED'
            """;

    private static final String CANDIDATES = """
            select run.project_id, run.id, extract(epoch from run.requested_at) * 1000000 as turn, run.workers,
                   item.environment, item.seq, item.targets
              from execution.run run
              join execution.run_target target on target.run_id = run.id
             cross join lateral (
                   select environment, seq, targets
                     from execution.run_item
                    where run_id = run.id and target_set = target.target_set and state = 'READY'
                    order by seq
                    limit :most) item
             where run.state = 'RUNNING' and run.finished_at is null and run.stopping is null
            """;

    private static final String CAPS = """
            select cap.project_id, cap.environment, cap.service, cap.cap
              from execution.target_cap cap
             where exists (select 1 from execution.run run
                            where run.project_id = cap.project_id and run.environment = cap.environment
                              and run.state = 'RUNNING' and run.finished_at is null)
            """;

    private static final String TAKE = """
            update execution.run_item item
               set state = 'LEASED', fence = item.fence + 1, lease_node = :node, lease_inc = :incarnation,
                   leased_at = clock_timestamp()
              from unnest(:runs::uuid[], :seqs::int[]) as mine (run_id, seq)
             where (item.run_id, item.seq) = (mine.run_id, mine.seq) and item.state = 'READY'
            returning item.project_id, item.run_id, item.seq, item.fence, item.test_key, item.revision, item.digest,
                      item.row_no, item.crashes
            """;

    private static final String MARK_STARTED = """
            update execution.run set started_at = clock_timestamp() where id = any (:runs::uuid[]) and started_at is null
            """;

    private static final String HAND_BACK = """
            update execution.run_item set state = 'READY', lease_node = null, lease_inc = null
             where lease_node = :node and lease_inc = :incarnation and state = 'LEASED' and run_id = :run and seq = :seq
               and fence = :fence
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ItemQueue(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Leases at most so many items to the node. */
    List<Lease> lease(Node node, int most) {
        if (most <= 0 || !jdbc.sql(ANY_RUNNING).query(Boolean.class).single()) {
            return List.of();
        }
        return Objects.requireNonNullElse(transaction.execute(status -> decide(node, most)), List.of());
    }

    /** Gives an item back unharmed; someone else will carry it out. */
    void handBack(Node node, Lease lease) {
        jdbc.sql(HAND_BACK)
                .param("node", node.id())
                .param("incarnation", node.incarnation())
                .param("run", lease.run().value())
                .param("seq", lease.seq())
                .param("fence", lease.fence())
                .update();
    }

    private List<Lease> decide(Node node, int most) {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query().listOfRows();
        jdbc.sql(STOP_ON_THE_CLOCK).update();
        var candidates = jdbc.sql(CANDIDATES)
                .param("most", most)
                .query((row, n) -> new Candidate(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getInt(6),
                        texts(row.getArray(7))))
                .list();
        if (candidates.isEmpty()) {
            return List.of();
        }
        return take(node, new LeaseChoice(live(), caps()).pick(candidates, most));
    }

    private List<LiveItem> live() {
        return jdbc.sql(LIVE)
                .query((row, n) -> new LiveItem(
                        row.getLong(1), row.getObject(2, UUID.class), row.getString(3), texts(row.getArray(4))))
                .list();
    }

    private Map<TargetKey, Integer> caps() {
        var caps = new HashMap<TargetKey, Integer>();
        jdbc.sql(CAPS).query(row -> {
            caps.put(new TargetKey(row.getLong(1), row.getString(2), row.getString(3)), row.getInt(4));
        });
        return caps;
    }

    private List<Lease> take(Node node, List<Candidate> picked) {
        if (picked.isEmpty()) {
            return List.of();
        }
        var runs = picked.stream().map(Candidate::run).toArray(UUID[]::new);
        jdbc.sql(MARK_STARTED)
                .param("runs", Arrays.stream(runs).distinct().toArray(UUID[]::new))
                .update();
        return jdbc.sql(TAKE)
                .param("node", node.id())
                .param("incarnation", node.incarnation())
                .param("runs", runs)
                .param("seqs", picked.stream().map(Candidate::seq).toArray(Integer[]::new))
                .query((row, n) -> lease(row))
                .list();
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                new ProjectId(row.getLong(1)),
                new RunId(row.getObject(2, UUID.class)),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getObject(8, Integer.class),
                row.getInt(9));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
