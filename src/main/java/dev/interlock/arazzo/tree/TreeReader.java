package dev.interlock.arazzo.tree;

import java.nio.charset.StandardCharsets;

/** Reads a text as JSON when it starts with a brace, else as YAML. */
public final class TreeReader {
    static final int MAX_DEPTH = 64;
    static final int MAX_VALUES = 1_000_000;
    private static final int MIB = 1024 * 1024;
    private static final int MAX_JSON = 16 * MIB;
    private static final int MAX_YAML = 8 * MIB;

    private TreeReader() {}

    /**
     * Reads a text.
     *
     * @throws UnreadableText with place and reason
     */
    public static PlacedTree read(String text) throws UnreadableText {
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (clean.isBlank()) {
            throw new UnreadableText(new Position(1, 1), "The text is empty.");
        }
        var json = clean.stripLeading().startsWith("{");
        checkSize(clean, json ? MAX_JSON : MAX_YAML);
        return json ? jsonOrYaml(clean) : YamlText.read(clean);
    }

    private static PlacedTree jsonOrYaml(String text) throws UnreadableText {
        try {
            return JsonText.read(text);
        } catch (UnreadableText notJson) {
            if (text.stripLeading().startsWith("{\"") || text.length() > MAX_YAML) {
                throw notJson;
            }
            return YamlText.read(text);
        }
    }

    private static void checkSize(String text, int limit) throws UnreadableText {
        if (text.length() > limit || text.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new UnreadableText(Position.UNKNOWN, "The text is larger than %,d bytes.".formatted(limit));
        }
    }

    /** The pointer of a member. */
    public static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
