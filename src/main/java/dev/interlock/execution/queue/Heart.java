package dev.interlock.execution.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.interlock.platform.RunId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the database that this node lives, twice a second over a connection of its own, and tells the node when it must
 * not send any more: when its last confirmed beat is too old by the monotonic clock, or when others have buried it.
 */
final class Heart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final String BEAT = """
            update execution.node set heartbeat_at = clock_timestamp() where id = ? and incarnation = ?
            """;

    private static final String OVER = """
            select id from execution.run where id = any (:runs::uuid[]) and (state <> 'RUNNING' or finished_at is not null)
            """;

    private final HikariDataSource own;
    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final long fenceNanos;
    private volatile long confirmed;

    Heart(DataSource shared, Duration selfFence) throws SQLException {
        this.own = new HikariDataSource(single(shared));
        this.jdbc = JdbcClient.create(own);
        this.nodes = new Nodes(jdbc);
        this.fenceNanos = selfFence.toNanos();
        this.confirmed = System.nanoTime();
    }

    private static HikariConfig single(DataSource shared) throws SQLException {
        var pool = shared.unwrap(HikariDataSource.class);
        var config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setDataSourceProperties(impatient(pool.getDataSourceProperties()));
        config.setPoolName("heart");
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        return config;
    }

    /** A network that swallows packets must not hold a beat for longer than the node may live without one. */
    private static Properties impatient(Properties given) {
        var properties = new Properties();
        properties.putAll(given);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "3");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** The nodes, over the connection of the heart: never behind others who wait for one. */
    Nodes nodes() {
        return nodes;
    }

    /** Which of these runs are over. */
    Set<RunId> over(Set<RunId> runs) {
        return jdbc.sql(OVER)
                .param("runs", runs.stream().map(RunId::value).toArray(UUID[]::new))
                .query((row, n) -> new RunId(row.getObject(1, UUID.class)))
                .set();
    }

    /** One beat; false when this incarnation is no longer known. */
    boolean beat(Node node) {
        var before = System.nanoTime();
        try (var connection = own.getConnection();
                var statement = connection.prepareStatement(BEAT)) {
            statement.setQueryTimeout(2);
            statement.setString(1, node.id());
            statement.setObject(2, node.incarnation());
            var known = statement.executeUpdate() == 1;
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            if (known) {
                confirmed = before;
            }
            return known;
        } catch (SQLException e) {
            LOG.warn("No heartbeat reached the database: {}", e.getMessage());
            return true;
        }
    }

    /** Counts this moment as confirmed: a new incarnation has just been entered. */
    void startAgain(long atNanos) {
        confirmed = atNanos;
    }

    /** Whether the last confirmed beat is young enough to send. */
    boolean isFresh() {
        return System.nanoTime() - confirmed < fenceNanos;
    }

    @Override
    public void close() {
        own.close();
    }
}
