package dev.interlock.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of this JVM; each caller gets a database of its own. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = newFolder();
    private static final EmbeddedDatabase SERVER = start();

    private TestDatabase() {}

    /** The JDBC address of a new, empty database. */
    public static String newDatabase() {
        var name = "test_" + COUNT.incrementAndGet();
        SERVER.create(name, SERVER.password());
        return SERVER.url(name);
    }

    /** The only user of the server. */
    public static String user() {
        return SERVER.user();
    }

    /** Its password. */
    public static String password() {
        return SERVER.password();
    }

    /** A folder that goes away with this JVM. */
    public static Path folder() {
        return FOLDER;
    }

    private static EmbeddedDatabase start() {
        var database = EmbeddedDatabase.thrownAwayIn(FOLDER, programs());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            FileTrees.delete(FOLDER);
        }));
        return database;
    }

    /** Unpacked once per user and kept, since unpacking takes longer than starting. */
    private static Path programs() {
        try {
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "interlock-test-programs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("interlock-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
