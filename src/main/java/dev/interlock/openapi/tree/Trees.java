package dev.interlock.openapi.tree;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Reads an uploaded file as JSON or YAML, by its content first and its name second. */
public final class Trees {
    private Trees() {}

    /**
     * Reads a file.
     *
     * @param fileName only its ending matters
     * @throws UnreadableTree with the place and the reason
     */
    public static ParsedTree read(String fileName, byte[] content, TreeLimits limits) throws UnreadableTree {
        if (content.length > limits.jsonBytes()) {
            throw tooLarge("document", content.length, limits.jsonBytes());
        }
        var text = decoded(content);
        var name = fileName.toLowerCase(Locale.ROOT);
        var json = name.endsWith(".json") || text.stripLeading().startsWith("{");
        if (!json) {
            return yaml(text, content.length, limits);
        }
        try {
            return JsonTrees.read(text, limits);
        } catch (UnreadableTree notJson) {
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return yaml(text, content.length, limits);
            }
            throw notJson;
        }
    }

    /**
     * Reads every document of a YAML text, which JSON is as well.
     *
     * @throws UnreadableTree with the place and the reason
     */
    public static List<JsonNode> readAll(byte[] content, TreeLimits limits) throws UnreadableTree {
        if (content.length > limits.yamlBytes()) {
            throw tooLarge("YAML document", content.length, limits.yamlBytes());
        }
        return YamlTrees.readAll(decoded(content), limits);
    }

    private static ParsedTree yaml(String text, int bytes, TreeLimits limits) throws UnreadableTree {
        if (bytes > limits.yamlBytes()) {
            throw tooLarge("YAML document", bytes, limits.yamlBytes());
        }
        return YamlTrees.read(text, limits);
    }

    private static UnreadableTree tooLarge(String kind, int bytes, int limit) {
        return UnreadableTree.because(
                "The %s has %,d bytes; the limit is %,d.".formatted(kind, bytes, limit),
                "Split it into several files, or give JSON instead of YAML.");
    }

    private static String decoded(byte[] content) throws UnreadableTree {
        var charset = charset(content);
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            throw UnreadableTree.because(
                    "The bytes are not valid %s text.".formatted(charset.name()), "Save the file as UTF-8.");
        }
    }

    private static Charset charset(byte[] content) {
        if (content.length >= 2) {
            var start = ((content[0] & 0xff) << 8) | (content[1] & 0xff);
            if (start == 0xfeff || (content[0] == 0 && content[1] != 0)) {
                return StandardCharsets.UTF_16BE;
            }
            if (start == 0xfffe || (content[0] != 0 && content[1] == 0)) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
