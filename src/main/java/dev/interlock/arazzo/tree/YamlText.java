package dev.interlock.arazzo.tree;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads YAML with the types of JSON only and keeps the place of each value. */
final class YamlText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Position> places = new HashMap<>();
    private int values;

    static PlacedTree read(String text) throws UnreadableText {
        try {
            var options = new LoaderOptions();
            options.setNestingDepthLimit(TreeReader.MAX_DEPTH);
            options.setCodePointLimit(text.length() + 1);
            var parser = new ParserImpl(new StreamReader(text), options);
            var root = new Composer(parser, new Resolver(), options).getSingleNode();
            var reader = new YamlText();
            return new PlacedTree(root == null ? NODES.nullNode() : reader.value(root, "", 0), reader.places);
        } catch (MarkedYAMLException broken) {
            throw new UnreadableText(place(broken.getProblemMark()), "Not valid YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw new UnreadableText(Position.UNKNOWN, "Not valid YAML: " + broken.getMessage());
        }
    }

    private static Position place(@Nullable Mark mark) {
        return mark == null ? Position.UNKNOWN : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private JsonNode value(Node node, String pointer, int depth) throws UnreadableText {
        var place = place(node.getStartMark());
        if (depth > TreeReader.MAX_DEPTH || ++values > TreeReader.MAX_VALUES) {
            throw new UnreadableText(place, "The document is nested too deep or holds too many values.");
        }
        places.put(pointer, place);
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, depth);
            case SequenceNode sequence -> array(sequence, pointer, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new UnreadableText(place, "This kind of YAML value is not supported.");
        };
    }

    private JsonNode object(MappingNode mapping, String pointer, int depth) throws UnreadableText {
        var object = NODES.objectNode();
        for (var entry : mapping.getValue()) {
            var keyPlace = place(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
                throw new UnreadableText(keyPlace, "Keys must be plain text; merge keys are not supported.");
            }
            member(object, key.getValue(), keyPlace);
            var at = TreeReader.child(pointer, key.getValue());
            object.set(key.getValue(), value(entry.getValueNode(), at, depth + 1));
            places.put(at, keyPlace);
        }
        return object;
    }

    private static void member(ObjectNode object, String key, Position place) throws UnreadableText {
        if (object.has(key)) {
            throw new UnreadableText(place, "The key \"" + key + "\" is written twice.");
        }
    }

    private JsonNode array(SequenceNode sequence, String pointer, int depth) throws UnreadableText {
        var array = NODES.arrayNode();
        for (var element : sequence.getValue()) {
            array.add(value(element, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode node) throws UnreadableText {
        var plain = node.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
        var tag = node.getTag().getValue();
        if (!tag.startsWith(Tag.PREFIX) || tag.endsWith("binary")) {
            throw new UnreadableText(place(node.getStartMark()), "The tag " + tag + " is not supported.");
        }
        return plain ? YamlWords.value(node.getValue()) : NODES.stringNode(node.getValue());
    }
}
