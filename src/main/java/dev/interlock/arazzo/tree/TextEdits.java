package dev.interlock.arazzo.tree;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes single values of a text and leaves the rest as somebody wrote it, comments and order included. Each change is
 * read back: where the text cannot be changed in place, such as inside JSON, the whole document is written anew.
 */
public final class TextEdits {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TextEdits() {}

    /**
     * Sets the member or element a pointer names; the index after the last element adds one.
     *
     * @throws UnreadableText when the text cannot be read
     */
    public static String set(String text, String pointer, JsonNode value) throws UnreadableText {
        return edited(text, tree -> put(tree, pointer, value), block -> block.set(pointer, value));
    }

    /** Takes a member or element away. */
    public static String remove(String text, String pointer) throws UnreadableText {
        return edited(text, tree -> take(tree, pointer), block -> block.remove(pointer));
    }

    /** Exchanges an element of a list with the one after it. */
    public static String swapWithNext(String text, String pointer) throws UnreadableText {
        return edited(text, tree -> swap(tree, pointer), block -> block.swapWithNext(pointer));
    }

    private static String edited(
            String text, Function<JsonNode, JsonNode> onTree, Function<BlockText, Optional<String>> onText)
            throws UnreadableText {
        var plain = (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
        var wanted = onTree.apply(TreeReader.read(plain).root());
        return BlockText.read(plain)
                .flatMap(onText)
                .filter(candidate -> says(candidate, wanted))
                .orElseGet(() -> whole(plain, wanted));
    }

    private static boolean says(String candidate, JsonNode wanted) {
        try {
            return TreeReader.read(candidate).root().equals(TextEdits::compare, wanted);
        } catch (UnreadableText broken) {
            return false;
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static String whole(String before, JsonNode wanted) {
        return before.stripLeading().startsWith("{")
                ? JSON.writerWithDefaultPrettyPrinter().writeValueAsString(wanted) + "\n"
                : YamlWriter.write(wanted);
    }

    private static JsonNode put(JsonNode tree, String pointer, JsonNode value) {
        var copy = tree.deepCopy();
        switch (copy.at(owner(pointer))) {
            case ObjectNode object -> object.set(name(pointer), value);
            case ArrayNode array when index(pointer) == array.size() -> array.add(value);
            case ArrayNode array -> array.set(index(pointer), value);
            default -> throw new IllegalArgumentException("nothing holds " + pointer);
        }
        return copy;
    }

    private static JsonNode take(JsonNode tree, String pointer) {
        var copy = tree.deepCopy();
        switch (copy.at(owner(pointer))) {
            case ObjectNode object -> object.remove(name(pointer));
            case ArrayNode array -> array.remove(index(pointer));
            default -> throw new IllegalArgumentException("nothing holds " + pointer);
        }
        return copy;
    }

    private static JsonNode swap(JsonNode tree, String pointer) {
        var copy = tree.deepCopy();
        if (copy.at(owner(pointer)) instanceof ArrayNode array && index(pointer) + 1 < array.size()) {
            var moved = array.remove(index(pointer));
            array.insert(index(pointer) + 1, moved == null ? JsonNodeFactory.instance.nullNode() : moved);
        }
        return copy;
    }

    static String owner(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    static int index(String pointer) {
        return Integer.parseInt(name(pointer));
    }
}
