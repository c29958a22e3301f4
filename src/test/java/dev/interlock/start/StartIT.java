package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interlock.platform.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
    private static final String TOKEN = "bootstrap-token-of-the-start-tests-0123456789";
    private static final String ANY_PORT = "--server.port=0";

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedWhenItIsKilledAndLeavesNoDatabaseServerBehind() throws Exception {
        var settings = Map.of("INTERLOCK_BOOTSTRAP_TOKEN", TOKEN);
        try (var first = Started.with(folder, settings, ANY_PORT)) {
            var created = Started.send(
                    "POST", first.address() + "api/v1/projects", TOKEN, "{\"key\": \"kept\", \"name\": \"Kept\"}");
            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(first.printed()).contains("Create the first administrator within 30 minutes: ");

            first.kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> DatabaseServers.below(folder) == 0);
        }

        try (var second = Started.with(folder, settings, ANY_PORT)) {
            var kept = Started.send("GET", second.address() + "api/v1/projects/kept", TOKEN, "");

            assertThat(kept.statusCode()).isEqualTo(200);
            assertThat(DatabaseServers.below(folder)).isPositive();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> DatabaseServers.below(folder) == 0);
    }

    @Test
    void aSecondProcessOnTheSameFolderSaysSoAndStops() throws Exception {
        try (var first = Started.with(folder, Map.of(), ANY_PORT)) {
            first.address();

            try (var second = Started.with(folder, Map.of(), ANY_PORT)) {
                assertThat(second.exitCode()).isNotZero();
                assertSays(second, "already uses the data directory");
            }
        }
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                var started = Started.with(folder, Map.of(), "--server.port=" + taken.getLocalPort())) {
            assertThat(started.exitCode()).isNotZero();
            assertSays(started, "Port " + taken.getLocalPort() + " is taken by another process");
            assertSays(started, "SERVER_PORT");
        }
    }

    @Test
    void saysThatTheDatabaseIsTooOld() throws Exception {
        try (var old = new OldPostgres("13.18");
                var started = Started.with(
                        folder,
                        Map.of(),
                        ANY_PORT,
                        "--spring.datasource.url=" + old.url(),
                        "--spring.datasource.username=interlock")) {
            assertThat(started.exitCode()).isNotZero();
            assertSays(started, "is PostgreSQL 13, which is too old");
            assertSays(started, "PostgreSQL 14 or newer");
        }
    }

    @Test
    void saysThatNobodyListensWhereTheDatabaseShouldBe() throws Exception {
        var address = "127.0.0.1:" + closedPort();
        try (var started = Started.with(
                folder, Map.of(), ANY_PORT, "--spring.datasource.url=jdbc:postgresql://" + address + "/interlock")) {
            assertThat(started.exitCode()).isNotZero();
            assertSays(started, address);
            assertSays(started, "Start that PostgreSQL or mend spring.datasource.url");
        }
    }

    @Test
    void saysThatACommandIsUnknownAndStartsNothing() throws Exception {
        try (var started = Started.with(folder, Map.of(), "sevre")) {
            assertThat(started.exitCode()).isEqualTo(2);
            assertThat(started.printed()).contains("There is no command sevre. Did you mean serve?");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "not a folder");

        try (var started = Started.with(folder, Map.of(), ANY_PORT, "--interlock.data=" + file.resolve("data"))) {
            assertThat(started.exitCode()).isNotZero();
            assertSays(started, "cannot be written");
        }
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        try (var started = Started.with(
                folder,
                Map.of(),
                ANY_PORT,
                "--spring.datasource.url=" + TestDatabase.newDatabase(),
                "--spring.datasource.username=" + TestDatabase.user(),
                "--spring.datasource.password=guess")) {
            assertThat(started.exitCode()).isNotZero();
            assertSays(started, "password authentication failed");
        }
    }

    @Test
    void saysThatAMigrationFailed() throws Exception {
        var url = TestDatabase.newDatabase();
        try (var connection = DriverManager.getConnection(url, TestDatabase.user(), TestDatabase.password());
                var statement = connection.createStatement()) {
            statement.execute("create schema security; create table security.project (other text)");
        }

        try (var started = Started.with(
                folder,
                Map.of(),
                ANY_PORT,
                "--spring.datasource.url=" + url,
                "--spring.flyway.baseline-on-migrate=true",
                "--spring.flyway.baseline-version=0",
                "--spring.datasource.username=" + TestDatabase.user(),
                "--spring.datasource.password=" + TestDatabase.password())) {
            assertThat(started.exitCode()).isNotZero();
            assertSays(started, "could not be brought to this version");
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertSays(Started started, String words) {
        assertThat(started.printed()).contains(words).contains("Action:").doesNotContain("\tat ");
    }
}
