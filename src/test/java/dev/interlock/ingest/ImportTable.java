package dev.interlock.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table of docs/importing.md, written by a test: what was read of each fixture beside its counted truth. The test that
 * makes it fails when the document holds something else; {@code -Dimporting.write=true} writes it.
 */
public final class ImportTable {
    private static final Path DOCUMENT = Path.of("docs/importing.md");

    private ImportTable() {}

    /**
     * The table between the two marks of this name, as the document has it, after it was written when that is asked for.
     *
     * @param name the name in the marks {@code <!-- name -->} and {@code <!-- /name -->}
     */
    public static String inDocument(String name, List<String> lines) throws IOException {
        var text = Files.readString(DOCUMENT);
        var begin = text.indexOf("<!-- " + name + " -->\n") + name.length() + 10;
        var end = text.indexOf("<!-- /" + name + " -->");
        if (begin < name.length() + 10 || end < begin) {
            throw new IllegalStateException("docs/importing.md has no marks for " + name);
        }
        if (Boolean.getBoolean("importing.write")) {
            Files.writeString(DOCUMENT, text.substring(0, begin) + text(lines) + text.substring(end));
            return text(lines);
        }
        return text.substring(begin, end);
    }

    /** The lines as they stand in the document. */
    public static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
