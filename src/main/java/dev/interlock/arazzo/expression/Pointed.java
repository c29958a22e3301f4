package dev.interlock.arazzo.expression;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Follows JSON pointers and says how far it came. */
public final class Pointed {
    private Pointed() {}

    /** The value at a pointer, or the deepest part that exists. */
    public static Lookup at(JsonNode root, String pointer, String origin) {
        if (pointer.isEmpty()) {
            return new Lookup.Present(root, origin);
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
            return key.length() < 10 && !key.isEmpty() && key.chars().allMatch(each -> each >= '0' && each <= '9')
                    ? node.path(Integer.parseInt(key))
                    : node.path("no such member");
        }
        return node.path(key);
    }

    private static String decoded(String token) {
        var plain = token;
        if (token.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                plain = token;
            }
        }
        return plain.replace("~1", "/").replace("~0", "~");
    }
}
