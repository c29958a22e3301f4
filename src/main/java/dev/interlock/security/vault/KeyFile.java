package dev.interlock.security.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the key comes from that wraps the keys of the projects: a setting, or a file made on the first start. */
final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * The key, 32 bytes.
     *
     * @param setting 32 bytes in base64, empty to use the file
     */
    static byte[] key(@Nullable String setting, Path file) {
        return setting == null || setting.isBlank() ? ofFile(file) : decoded(setting, "INTERLOCK_SECRET_KEY");
    }

    private static byte[] ofFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return decoded(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file + " cannot be read or made.", e);
        }
    }

    private static void create(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(file, options, ownerOnly)) {
            channel.write(java.nio.ByteBuffer.wrap(Base64.getEncoder().encode(key)));
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            // another node was first; its key is read next
        }
    }

    private static byte[] decoded(String text, String where) {
        try {
            var key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalStateException("The key in " + where
                + " is not 32 bytes in base64. Restore the right one, or make one with: openssl rand -base64 32");
    }
}
