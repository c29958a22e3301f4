package dev.interlock.arazzo.expression;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Follows JSON pointers, strictly as RFC 6901 writes them, and says how far it came. */
public final class Pointed {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    private Pointed() {}

    /** The value at a pointer, or the deepest part that exists. */
    public static Lookup at(JsonNode root, String pointer, String origin) {
        if (pointer.isEmpty()) {
            return new Lookup.Present(root, origin);
        }
        if (BAD_ESCAPE.matcher(pointer).find()) {
            return new Lookup.Absent(
                    "#" + pointer + " is not a JSON pointer: after ~ comes 0 or 1; write ~0 for ~ and ~1 for /");
        }
        if (!root.isContainer()) {
            return new Lookup.Absent("there is no value at #" + pointer + ", because the whole is "
                    + Texts.described(root) + ", not an object or array");
        }
        return walk(root, pointer, origin);
    }

    private static Lookup walk(JsonNode root, String pointer, String origin) {
        var node = root;
        var reached = "";
        for (var token : pointer.substring(1).split("/", -1)) {
            var next = child(node, decoded(token));
            if (next.isMissingNode()) {
                return new Lookup.Absent("there is no value at #" + pointer + "; the deepest part that exists is "
                        + (reached.isEmpty() ? "the whole" : "#" + reached) + ", " + Texts.described(node));
            }
            node = next;
            reached += "/" + token;
        }
        return new Lookup.Present(node, origin);
    }

    private static JsonNode child(JsonNode node, String key) {
        if (node.isArray()) {
            return INDEX.matcher(key).matches() ? node.path(Integer.parseInt(key)) : node.path("no such member");
        }
        return node.path(key);
    }

    private static String decoded(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
