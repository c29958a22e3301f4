package dev.interlock.execution.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds leases the database gave this node and the node does not hold: the answer was lost with a connection, or a result
 * could not be stored. They are given to the reaper, who does with them what the crash policy of each test says.
 */
@Component
class LostLeases {
    private static final String MINE = """
            select run_id, seq, fence from execution.run_item
             where lease_node = :node and lease_inc = :incarnation and state = 'LEASED'
            """;

    private static final String STRAND = """
            update execution.run_item item
               set lease_inc = :nobody
              from unnest(:runs::uuid[], :seqs::int[], :fences::int[]) as lost (run_id, seq, fence)
             where (item.run_id, item.seq, item.fence) = (lost.run_id, lost.seq, lost.fence)
               and item.lease_node = :node and item.lease_inc = :incarnation and item.state = 'LEASED'
            """;

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private Set<Held> missing = Set.of();

    LostLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What tells one lease from every other. */
    record Held(UUID run, int seq, int fence) {
        static Held of(Lease lease) {
            return new Held(lease.run().value(), lease.seq(), lease.fence());
        }
    }

    /**
     * One look. A lease is lost when two looks in a row miss it, since one just made is not yet held.
     *
     * @param held leases under way or waiting to be stored, read after the last look
     * @return how many were lost
     */
    int look(Node node, Set<Held> held) {
        var now = new HashSet<>(mine(node));
        now.removeAll(held);
        var lost = now.stream().filter(missing::contains).toList();
        missing = now;
        return lost.isEmpty() ? 0 : strand(node, lost);
    }

    private Set<Held> mine(Node node) {
        return jdbc.sql(MINE)
                .param("node", node.id())
                .param("incarnation", node.incarnation())
                .query((row, n) -> new Held(row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)))
                .set();
    }

    private int strand(Node node, List<Held> lost) {
        return jdbc.sql(STRAND)
                .param("nobody", NOBODY)
                .param("node", node.id())
                .param("incarnation", node.incarnation())
                .param("runs", lost.stream().map(Held::run).toArray(UUID[]::new))
                .param("seqs", lost.stream().map(Held::seq).toArray(Integer[]::new))
                .param("fences", lost.stream().map(Held::fence).toArray(Integer[]::new))
                .update();
    }
}
