package dev.interlock.execution.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the database that this node lives, twice a second over a connection of its own, and tells the node when it must
 * not send any more: when its last confirmed beat is too old by the monotonic clock, or when others have buried it.
 */
final class Heart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final String BEAT = """
            update execution.node set heartbeat_at = clock_timestamp() where id = ? and incarnation = ?
            """;

    private final HikariDataSource own;
    private final long fenceNanos;
    private volatile long confirmed;

    Heart(DataSource shared, Duration selfFence) throws SQLException {
        this.own = new HikariDataSource(single(shared));
        this.fenceNanos = selfFence.toNanos();
        this.confirmed = System.nanoTime();
    }

    private static HikariConfig single(DataSource shared) throws SQLException {
        var pool = shared.unwrap(HikariDataSource.class);
        var config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl());
        config.setUsername(pool.getUsername());
        config.setPassword(pool.getPassword());
        config.setDataSourceProperties(pool.getDataSourceProperties());
        config.setPoolName("heart");
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        return config;
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
