package dev.interlock.platform.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells in one message why a start failed on the database: what, where, what to do next. */
class StartFailureAnalyzer implements FailureAnalyzer {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String WRONG_USER = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NOT_REACHED = "08";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        var own = causeOf(failure, StartFailure.class);
        if (own != null) {
            return new FailureAnalysis(own.getMessage(), own.next(), failure);
        }
        var sql = causeOf(failure, SQLException.class);
        var flyway = causeOf(failure, FlywayException.class);
        if (sql != null && sql.getSQLState() != null && isConnection(sql.getSQLState())) {
            return connection(sql, failure);
        }
        return flyway == null ? null : migration(flyway, failure);
    }

    private static boolean isConnection(String state) {
        return state.startsWith("28") || state.equals(NO_SUCH_DATABASE) || state.startsWith(NOT_REACHED);
    }

    private static FailureAnalysis connection(SQLException sql, Throwable failure) {
        var next = switch (sql.getSQLState()) {
            case WRONG_PASSWORD, WRONG_USER ->
                "Set spring.datasource.username and spring.datasource.password to a user of that database.";
            case NO_SUCH_DATABASE -> "Create that database, or name another one in spring.datasource.url.";
            default ->
                "Start that PostgreSQL or mend spring.datasource.url; without it an embedded PostgreSQL is started.";
        };
        return new FailureAnalysis("The database refused the connection: " + firstLine(sql) + ".", next, failure);
    }

    private static FailureAnalysis migration(FlywayException flyway, Throwable failure) {
        return new FailureAnalysis(
                "The database could not be brought to this version: "
                        + String.valueOf(flyway.getMessage()).strip(),
                "Nothing of the failed step is kept. Mend what the message names and start again, or start the version that ran before.",
                failure);
    }

    private static String firstLine(SQLException sql) {
        return String.valueOf(sql.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
