package dev.interlock.web.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;

/** One short word for the content of many files. */
final class ContentHash {
    private static final int BYTES = 6;

    private ContentHash() {}

    static String of(List<Resource> files) {
        var digest = sha256();
        files.stream()
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(ContentHash::address))
                .forEach(file -> digest.update(content(file)));
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java has SHA-256.", failure);
        }
    }
}
