package dev.interlock.history.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads times that may be absent. */
final class Times {
    private Times() {}

    static @Nullable Instant of(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
