package dev.interlock.arazzo.tree;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A YAML text with the places of its nodes; answers are candidates, which whoever asks reads back. */
final class BlockText {
    private final String text;
    private final Node root;

    private BlockText(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    static Optional<BlockText> read(String text) {
        try {
            var options = new LoaderOptions();
            options.setNestingDepthLimit(TreeReader.MAX_DEPTH);
            options.setCodePointLimit(text.length() + 1);
            var parser = new ParserImpl(new StreamReader(text), options);
            return Optional.ofNullable(new Composer(parser, new Resolver(), options).getSingleNode())
                    .map(node -> new BlockText(text, node));
        } catch (YAMLException broken) {
            return Optional.empty();
        }
    }

    Optional<String> set(String pointer, JsonNode value) {
        return switch (block(TextEdits.owner(pointer))) {
            case MappingNode mapping -> Optional.of(set(mapping, TextEdits.name(pointer), value));
            case SequenceNode sequence -> Optional.of(set(sequence, TextEdits.index(pointer), value));
            case null, default -> Optional.empty();
        };
    }

    Optional<String> remove(String pointer) {
        return switch (block(TextEdits.owner(pointer))) {
            case MappingNode mapping -> {
                var parts =
                        mapping.getValue().stream().map(NodeTuple::getKeyNode).toList();
                var at = names(mapping).indexOf(TextEdits.name(pointer));
                yield at < 0 ? Optional.empty() : cut(mapping, parts, at);
            }
            case SequenceNode sequence -> cut(sequence, sequence.getValue(), TextEdits.index(pointer));
            case null, default -> Optional.empty();
        };
    }

    Optional<String> swapWithNext(String pointer) {
        if (!(block(TextEdits.owner(pointer)) instanceof SequenceNode sequence)) {
            return Optional.empty();
        }
        var at = TextEdits.index(pointer);
        if (at + 1 >= sequence.getValue().size()) {
            return Optional.empty();
        }
        var floor = at == 0 ? 0 : end(sequence.getValue().get(at - 1));
        var one = lines(sequence.getValue().get(at), floor);
        var other = lines(sequence.getValue().get(at + 1), one.to());
        return Optional.of(text.substring(0, one.from())
                + other.of(text)
                + text.substring(one.to(), other.from())
                + one.of(text)
                + text.substring(other.to()));
    }

    /** A part of the text, whole lines without the last line end. */
    private record Part(int from, int to) {
        String of(String text) {
            return text.substring(from, to);
        }
    }

    private String set(MappingNode mapping, String name, JsonNode value) {
        var at = names(mapping).indexOf(name);
        var indent = mapping.getValue().getFirst().getKeyNode().getStartMark().getColumn();
        if (at >= 0) {
            var entry = mapping.getValue().get(at);
            return text.substring(0, offset(entry.getKeyNode().getEndMark().getIndex()))
                    + afterKey(value, indent)
                    + text.substring(end(entry.getValueNode()));
        }
        var to = lineEnd(end(mapping));
        return text.substring(0, to) + "\n" + " ".repeat(indent) + key(name) + afterKey(value, indent)
                + text.substring(to);
    }

    private String set(SequenceNode sequence, int at, JsonNode value) {
        var dash = sequence.getStartMark().getColumn();
        if (at < sequence.getValue().size()) {
            var item = sequence.getValue().get(at);
            return text.substring(0, start(item))
                    + item(value, start(item) - lineStart(start(item)) - 2).substring(2)
                    + text.substring(end(item));
        }
        var to = lineEnd(end(sequence));
        return text.substring(0, to) + "\n" + " ".repeat(dash) + item(value, dash) + text.substring(to);
    }

    /** The first of several shares its line with what is in front of it, so it is cut up to the next one. */
    private Optional<String> cut(CollectionNode<?> owner, List<Node> parts, int at) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        if (at == 0) {
            return Optional.of(text.substring(0, start(parts.getFirst())) + text.substring(start(parts.get(1))));
        }
        var from = end(
                owner instanceof MappingNode mapping
                        ? mapping.getValue().get(at - 1).getValueNode()
                        : parts.get(at - 1));
        var to = end(
                owner instanceof MappingNode mapping
                        ? mapping.getValue().get(at).getValueNode()
                        : parts.get(at));
        return Optional.of(text.substring(0, lineEnd(from)) + text.substring(lineEnd(to)));
    }

    /** The lines of an element with the comments right above it. */
    private Part lines(Node element, int floor) {
        var from = lineStart(start(element));
        while (from > 0
                && lineStart(from - 1) > floor
                && text.substring(lineStart(from - 1), from).strip().startsWith("#")) {
            from = lineStart(from - 1);
        }
        return new Part(from, lineEnd(end(element)));
    }

    /** The node at a pointer when it is a collection in block style with something in it. */
    private @Nullable Node block(String pointer) {
        var node = Optional.of(root);
        for (var token : pointer.isEmpty()
                ? List.<String>of()
                : List.of(pointer.substring(1).split("/", -1))) {
            node = node.flatMap(each -> child(each, TextEdits.name("/" + token)));
        }
        return node.filter(found -> found instanceof CollectionNode<?> collection
                        && collection.getFlowStyle() == FlowStyle.BLOCK
                        && !collection.getValue().isEmpty())
                .orElse(null);
    }

    private static Optional<Node> child(Node node, String token) {
        if (node instanceof MappingNode mapping) {
            var at = names(mapping).indexOf(token);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(mapping.getValue().get(at).getValueNode());
        }
        if (node instanceof SequenceNode sequence && token.matches("\\d{1,6}")) {
            return sequence.getValue().stream().skip(Integer.parseInt(token)).findFirst();
        }
        return Optional.empty();
    }

    private static List<String> names(MappingNode mapping) {
        return mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .map(key -> key instanceof ScalarNode scalar ? scalar.getValue() : "")
                .toList();
    }

    private int start(Node node) {
        return offset(node.getStartMark().getIndex());
    }

    /** Where the last character of a node ends; line ends and comments after it are not part of it. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == FlowStyle.BLOCK
                && !collection.getValue().isEmpty()) {
            return end(
                    collection instanceof MappingNode mapping
                            ? mapping.getValue().getLast().getValueNode()
                            : ((SequenceNode) collection).getValue().getLast());
        }
        var end = offset(node.getEndMark().getIndex());
        if (node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED)) {
            while (Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    private int offset(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    private int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        var end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static String key(String name) {
        var line = YamlWriter.write(JsonNodeFactory.instance.objectNode().put(name, 1));
        return line.substring(0, line.lastIndexOf(':'));
    }

    /** What stands behind a key of this column, from the colon on. */
    private static String afterKey(JsonNode value, int indent) {
        var object = JsonNodeFactory.instance.objectNode();
        object.set("k", value);
        return indented(YamlWriter.write(object).substring(1), indent);
    }

    /** An element from its dash on, the dash in this column. */
    private static String item(JsonNode value, int indent) {
        var written = YamlWriter.write(JsonNodeFactory.instance.arrayNode().add(value));
        var margin = written.indexOf('-');
        return indented(written.substring(margin).replace("\n" + " ".repeat(margin), "\n"), indent);
    }

    private static String indented(String lines, int indent) {
        return lines.stripTrailing().replace("\n", "\n" + " ".repeat(Math.max(0, indent)));
    }
}
