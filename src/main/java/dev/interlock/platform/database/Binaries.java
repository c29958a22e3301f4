package dev.interlock.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the class path into a folder. */
record Binaries(Path home) {
    private static final String VERSION = "18.6.0";

    /** Unpacks the programs below the folder, unless an earlier start has done so. */
    static Binaries below(Path folder) {
        var home = folder.resolve("postgresql-" + VERSION);
        if (!Files.isDirectory(home)) {
            unpackInto(home);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpackInto(Path home) {
        try (var archive = archive()) {
            var half = Files.createTempDirectory(home.getParent(), "unpacking-");
            unpack(archive, half);
            moveOnce(half, home);
        } catch (IOException e) {
            throw new StartFailure(
                    "PostgreSQL could not be unpacked into " + home + ": " + e.getMessage() + ".",
                    "Free at least 200 MB there, or set spring.datasource.url to a PostgreSQL of your own.",
                    e);
        }
    }

    private static void moveOnce(Path half, Path home) throws IOException {
        try {
            Files.move(half, home);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static InputStream archive() {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StartFailure(
                    "This build brings no PostgreSQL for " + system() + " on " + processor() + ".",
                    "Set spring.datasource.url, spring.datasource.username and spring.datasource.password to a PostgreSQL 14 or newer.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            makeExecutable(file, entry.getMode());
        }
    }

    private static void makeExecutable(Path file, int mode) {
        try {
            if ((mode & 0b001_000_000) != 0 && !Files.isSymbolicLink(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
