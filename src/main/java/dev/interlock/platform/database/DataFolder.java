package dev.interlock.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything a start without configuration needs; held by one process at a time. */
final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockFile;

    private DataFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Makes the folder when needed and takes it for this process, or says who has it. */
    static DataFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            var lockFile = FileChannel.open(
                    folder.resolve("interlock.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                var owner = Files.readString(folder.resolve("interlock.pid")).strip();
                lockFile.close();
                throw inUse(folder, owner);
            }
            Files.writeString(
                    folder.resolve("interlock.pid"),
                    Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(folder, lockFile);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory " + folder.toAbsolutePath() + " cannot be written: " + e.getMessage() + ".",
                    "Give this user the right to write there, or name another directory with interlock.data.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static StartFailure inUse(Path folder, String owner) {
        return new StartFailure(
                "Another Interlock (process " + owner + ") already uses the data directory " + folder.toAbsolutePath()
                        + ".",
                "Open that one, stop it first, or name another directory with interlock.data.");
    }

    Path database() {
        return folder.resolve("database");
    }

    Path log() {
        return folder.resolve("database.log");
    }

    Path path() {
        return folder;
    }

    /** The password of the database's only user, made at the first start and readable by this user alone. */
    String password() {
        var file = folder.resolve("database.password");
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, newPassword());
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new StartFailure(
                    "The database password in " + file + " cannot be read: " + e.getMessage() + ".",
                    "Give this user the right to read it.",
                    e);
        }
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory could not be released.", "Nothing is needed: it ends with the process.", e);
        }
    }
}
