package dev.interlock.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    @TempDir
    Path data;

    @Test
    void keepsWhatIsCommittedOverARestartWithDurableSettings() throws SQLException {
        try (var first = EmbeddedDatabase.durableIn(data)) {
            ask(first, "create table kept as select 7 as number");

            assertThat(ask(first, "show fsync")).isEqualTo("on");
            assertThat(ask(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(first, "show listen_addresses")).isEqualTo("127.0.0.1");
        }

        try (var second = EmbeddedDatabase.durableIn(data)) {
            assertThat(ask(second, "select number from kept")).isEqualTo("7");
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (var database = EmbeddedDatabase.durableIn(data)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                    .asInstanceOf(type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("28P01");
        }
    }

    @Test
    void tellsASecondProcessWhoHoldsTheFolder() {
        try (var _ = EmbeddedDatabase.durableIn(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.durableIn(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already uses the data directory")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws Exception {
        var file = Files.writeString(data.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedDatabase.durableIn(file.resolve("below")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cannot be written");
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
