package dev.interlock.openapi.tree;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {
    private Pointers() {}

    /** The pointer of a member below another. */
    public static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of an element below another. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The last key of a pointer, unescaped; empty for the root. */
    public static String lastKey(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The pointer in a reference within the document such as {@code #/components/schemas/Pet}. */
    public static Optional<String> ofFragment(String ref) {
        if (ref.equals("#")) {
            return Optional.of("");
        }
        return ref.startsWith("#/") ? Optional.of(unquoted(ref.substring(1))) : Optional.empty();
    }

    /** The node at a pointer; empty when there is none or the pointer is malformed. */
    public static Optional<JsonNode> find(JsonNode root, String pointer) {
        try {
            var node = root.at(JsonPointer.compile(pointer));
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Text with percent escapes taken back; unchanged when they are malformed. */
    public static String unquoted(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
