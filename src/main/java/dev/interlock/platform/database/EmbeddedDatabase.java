package dev.interlock.platform.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL on loopback, kept in a data folder, with its own password and durable settings. */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "interlock";
    private static final String DATABASE = "interlock";

    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "log_min_messages=warning",
            "idle_in_transaction_session_timeout=60s");

    private static final List<String> DURABLE =
            List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_wal_size=1GB");

    private static final List<String> THROWN_AWAY =
            List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");

    private final DataFolder folder;
    private final Server server;

    private EmbeddedDatabase(DataFolder folder, Server server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts the database that keeps its data in this folder. */
    static EmbeddedDatabase durableIn(Path data) {
        return start(DataFolder.take(data.toAbsolutePath()), data.toAbsolutePath(), DURABLE);
    }

    /** Starts a database for tests: quick, and not meant to survive anything. */
    static EmbeddedDatabase thrownAwayIn(Path data, Path programs) {
        return start(DataFolder.take(data.toAbsolutePath()), programs.toAbsolutePath(), THROWN_AWAY);
    }

    private static EmbeddedDatabase start(DataFolder folder, Path programs, List<String> durability) {
        try {
            var binaries = Binaries.below(programs);
            var password = folder.password();
            Server.initialise(binaries, folder.database(), USER, folder.path().resolve("database.password"));
            Server.stopLeftover(binaries, folder.database());
            var settings = new ArrayList<>(ALWAYS);
            settings.addAll(durability);
            var server = Server.start(binaries, folder.database(), folder.log(), settings);
            var database = new EmbeddedDatabase(folder, server);
            database.create(DATABASE, password);
            return database;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    String user() {
        return USER;
    }

    String password() {
        return folder.password();
    }

    /** Creates a database beside the usual one, unless it is there. */
    void create(String database, String password) {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select 1 from pg_database where datname = '" + database.replace("'", "''") + "'")) {
            if (!found.next()) {
                try (var create = connection.createStatement()) {
                    create.execute("create database \"" + database + "\"");
                }
            }
        } catch (SQLException e) {
            throw new StartFailure(
                    "The embedded PostgreSQL refused the first connection: " + e.getMessage() + ".",
                    "If the file database.password in the data directory was changed, put the old one back.",
                    e);
        }
    }

    @Override
    public void close() {
        server.stop();
        folder.close();
    }
}
