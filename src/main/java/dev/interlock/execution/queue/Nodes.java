package dev.interlock.execution.queue;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The nodes alive, by the clock of the database. */
@Component
class Nodes {
    private static final String ENTER = """
            insert into execution.node (id, incarnation, host) values (:id, :incarnation, :host)
            on conflict (id) do update
               set incarnation = excluded.incarnation, host = excluded.host,
                   started_at = clock_timestamp(), heartbeat_at = clock_timestamp(), draining = false
            """;

    private static final String LEAVE = """
            delete from execution.node where id = :id and incarnation = :incarnation
            """;

    private static final String BURY = """
            delete from execution.node
             where heartbeat_at < clock_timestamp() - make_interval(secs => :seconds)
            """;

    private static final String DRAIN = """
            update execution.node set draining = true where id = :id and incarnation = :incarnation
            """;

    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enter(Node node, String host) {
        jdbc.sql(ENTER)
                .param("id", node.id())
                .param("incarnation", node.incarnation())
                .param("host", host)
                .update();
    }

    /** Tells that the node leases no more and finishes what it has. */
    void drain(Node node) {
        jdbc.sql(DRAIN)
                .param("id", node.id())
                .param("incarnation", node.incarnation())
                .update();
    }

    void leave(Node node) {
        jdbc.sql(LEAVE)
                .param("id", node.id())
                .param("incarnation", node.incarnation())
                .update();
    }

    /** Removes nodes that have been silent for so long; they learn of it from their next beat. */
    int bury(Duration silent) {
        return jdbc.sql(BURY).param("seconds", silent.toMillis() / 1000.0).update();
    }
}
