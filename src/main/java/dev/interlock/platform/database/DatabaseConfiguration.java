package dev.interlock.platform.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Refuses a database that is too old before anything is written to it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final int OLDEST = 14;

    @Bean
    FlywayMigrationStrategy migrateWhenNewEnough() {
        return flyway -> {
            requireNewEnough(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    private static void requireNewEnough(DataSource source) {
        try (var connection = source.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartFailure(
                        "The database at " + connection.getMetaData().getURL() + " is PostgreSQL " + version
                                + ", which is too old.",
                        "Use PostgreSQL " + OLDEST + " or newer.");
            }
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The database was not asked for its version.", e);
        }
    }
}
