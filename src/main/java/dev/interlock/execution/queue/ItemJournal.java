package dev.interlock.execution.queue;

import dev.interlock.execution.RunState;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunHead;
import dev.interlock.execution.store.RunTable;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;

/**
 * Stores what came of items. A result counts only when its fence is still the item's and the run still goes on; history
 * gets exactly those, in the same transaction. Others are kept as late results.
 */
@Component
public class ItemJournal {
    private static final int CHUNK = 500;

    private static final String MARK_DONE = """
            update execution.run_item item
               set state = 'DONE'
              from unnest(:seqs::int[], :fences::int[]) as mine (seq, fence)
             where item.project_id = :project and item.run_id = :run
               and (item.seq, item.fence) = (mine.seq, mine.fence)
               and item.state = 'LEASED'
            """;

    private static final String SETTLE = """
            with mine as materialized (
                   select seq from execution.run_item
                    where run_id = :run and project_id = :project and state = '{state}'
                      and (:seqs::int[] is null or seq = any (:seqs::int[]))
                    order by target_set, seq
                    limit :limit)
            update execution.run_item item
               set state = 'DONE', fence = item.fence + 1
              from mine
             where item.project_id = :project and item.run_id = :run and item.seq = mine.seq
            """;

    private static final String RETURNING = """
            returning item.seq, item.fence, item.test_key, item.test_name, item.revision, item.kind, item.row_label,
                      item.paths, item.reason, item.must_run
            """;

    private static final String LATE = """
            insert into execution.late_result (run_id, seq, fence, project_id, node, outcome)
            values (:run, :seq, :fence, :project, :node, :outcome)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RunTable runs;
    private final ResultBook book;

    ItemJournal(JdbcClient jdbc, PlatformTransactionManager transactions, RunTable runs, ResultBook book) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.runs = runs;
        this.book = book;
    }

    /** Stores results of items of one run; answers how many counted. */
    int store(ProjectId project, RunId run, List<FinishedItem> items, String node) {
        var counted = transaction.execute(status -> {
            var head = runs.lock(project, run);
            if (head.isEmpty() || head.get().closed() || head.get().state() != RunState.RUNNING) {
                late(items, node);
                return 0;
            }
            return fenced(project, head.get(), items, node);
        });
        return counted == null ? 0 : counted;
    }

    /**
     * Gives items an outcome without carrying them out.
     *
     * @param states states of the items meant, in words of ours
     * @param seqs the items meant, null for all in these states
     * @return how many there were, at most 500 at a time
     */
    public int settle(
            ProjectId project, RunId run, List<String> states, @Nullable List<Integer> seqs, ItemResult result) {
        var settled = transaction.execute(status -> {
            var head = runs.lock(project, run);
            if (head.isEmpty() || head.get().closed()) {
                return 0;
            }
            var items = settled(project, run, states, seqs, result);
            book.write(project, head.get(), items);
            return items.size();
        });
        return settled == null ? 0 : settled;
    }

    /** Gives an item that waits for a person its outcome, also after the run has ended; false when it does not wait. */
    public boolean speak(ProjectId project, RunId run, int seq, ItemResult result) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var head = runs.lock(project, run).orElseThrow();
            var items = settled(project, run, List.of("MANUAL"), List.of(seq), result);
            book.write(project, head, items);
            return !items.isEmpty();
        }));
    }

    /** Notes that a node gave an item up after its lease was lost; nothing but the note is kept. */
    void abandoned(Lease lease, Node node) {
        late(lease, Outcome.CANCELLED, node.id());
    }

    private List<StoredItem> settled(
            ProjectId project, RunId run, List<String> states, @Nullable List<Integer> seqs, ItemResult result) {
        var settled = new ArrayList<StoredItem>();
        for (var state : states) {
            settled.addAll(jdbc.sql(SETTLE.replace("{state}", state) + RETURNING)
                    .param("project", project.value())
                    .param("run", run.value())
                    .param("seqs", seqs == null ? null : seqs.toArray(Integer[]::new))
                    .param("limit", CHUNK - settled.size())
                    .query((row, n) -> item(row, result))
                    .list());
        }
        return settled;
    }

    private int fenced(ProjectId project, RunHead head, List<FinishedItem> items, String node) {
        var results = items.stream()
                .collect(Collectors.toMap(one -> one.lease().seq(), FinishedItem::result, (first, second) -> second));
        var held = jdbc.sql(MARK_DONE + RETURNING)
                .param("project", project.value())
                .param("run", head.id().value())
                .param("seqs", items.stream().map(one -> one.lease().seq()).toArray(Integer[]::new))
                .param("fences", items.stream().map(one -> one.lease().fence()).toArray(Integer[]::new))
                .query((row, n) -> item(row, Objects.requireNonNull(results.get(row.getInt("seq")))))
                .list();
        var heldSeqs = held.stream().map(StoredItem::seq).collect(Collectors.toSet());
        late(items.stream().filter(one -> !heldSeqs.contains(one.lease().seq())).toList(), node);
        book.write(project, head, held);
        return held.size();
    }

    private void late(List<FinishedItem> items, String node) {
        items.forEach(one -> late(one.lease(), one.result().outcome(), node));
    }

    private void late(Lease lease, Outcome outcome, String node) {
        jdbc.sql(LATE)
                .param("run", lease.run().value())
                .param("seq", lease.seq())
                .param("fence", lease.fence())
                .param("project", lease.project().value())
                .param("node", node)
                .param("outcome", outcome.name())
                .update();
    }

    private static StoredItem item(ResultSet row, ItemResult result) throws SQLException {
        return new StoredItem(
                row.getInt("seq"),
                row.getInt("fence"),
                row.getString("test_key"),
                row.getString("test_name"),
                row.getInt("revision"),
                row.getString("kind"),
                row.getString("row_label"),
                Json.read(row.getString("paths"), new TypeReference<List<PathShare>>() {}),
                row.getString("reason"),
                row.getBoolean("must_run"),
                result);
    }
}
