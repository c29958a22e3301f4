package dev.interlock.openapi;

import java.nio.charset.StandardCharsets;

/**
 * A document as it came in.
 *
 * @param fileName name of the file; its ending tells JSON, YAML and zip apart where the content does not
 * @param content the bytes, not changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String fileName, byte[] content) {

    /** A pasted text. */
    public static Upload text(String fileName, String text) {
        return new Upload(fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean zipped() {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] < 9 && content[3] < 9;
    }
}
