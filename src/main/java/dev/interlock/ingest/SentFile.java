package dev.interlock.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that was sent.
 *
 * @param name its name, for findings and for telling kinds apart
 * @param content opens it from the beginning
 */
public record SentFile(String name, Content content) {

    /** Opens a file from its beginning. */
    @FunctionalInterface
    public interface Content {
        /** A new stream, which the caller closes. */
        InputStream open() throws IOException;
    }
}
