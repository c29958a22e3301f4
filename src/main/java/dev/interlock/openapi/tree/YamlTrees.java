package dev.interlock.openapi.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one YAML document from parser events into a tree. Tags other than those of plain data are refused; aliases are
 * expanded, at most {@value #MAX_ALIASES} of objects and arrays.
 */
public final class YamlTrees {
    private static final int MAX_ALIASES = 50;
    private static final String TAGS = "tag:yaml.org,2002:";
    private static final Set<String> PLAIN_TAGS = Set.of("!", TAGS + "map", TAGS + "seq", TAGS + "str");
    private static final Set<String> VALUE_TAGS = Set.of(TAGS + "int", TAGS + "float", TAGS + "bool", TAGS + "null");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private record Anchored(JsonNode node, int size) {}

    private final ParserImpl parser;
    private final Growth growth;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int aliases;

    private YamlTrees(ParserImpl parser, Growth growth) {
        this.parser = parser;
        this.growth = growth;
    }

    /**
     * Reads the only document of a YAML text.
     *
     * @throws UnreadableTree when the text is not YAML, holds several documents or breaks a limit
     */
    public static ParsedTree read(String text, TreeLimits limits) throws UnreadableTree {
        return guarded(text, limits, parser -> new YamlTrees(parser, new Growth(limits)).whole());
    }

    /**
     * Reads every document of a YAML text; the limits hold for all of them together.
     *
     * @throws UnreadableTree when the text is not YAML or breaks a limit
     */
    public static List<JsonNode> readAll(String text, TreeLimits limits) throws UnreadableTree {
        return guarded(text, limits, parser -> all(parser, new Growth(limits)));
    }

    private static List<JsonNode> all(ParserImpl parser, Growth growth) throws UnreadableTree {
        var roots = new ArrayList<JsonNode>();
        parser.getEvent();
        while (parser.peekEvent() instanceof DocumentStartEvent) {
            parser.getEvent();
            roots.add(new YamlTrees(parser, growth).node(1));
            parser.getEvent();
        }
        return roots;
    }

    /** What is made of the events. */
    private interface Making<T> {
        T from(ParserImpl parser) throws UnreadableTree;
    }

    private static <T> T guarded(String text, TreeLimits limits, Making<T> making) throws UnreadableTree {
        var options = new LoaderOptions();
        options.setCodePointLimit(limits.yamlBytes() + 1);
        try {
            return making.from(new ParserImpl(new StreamReader(text), options));
        } catch (MarkedYAMLException broken) {
            throw new UnreadableTree(faultOf(broken));
        } catch (YAMLException broken) {
            throw UnreadableTree.because(
                    "Not valid YAML: "
                            + Growth.shortened(String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")),
                    "Remove characters that cannot be printed, and give plain YAML.");
        }
    }

    private static TreeFault faultOf(MarkedYAMLException broken) {
        var mark = broken.getProblemMark();
        var context = broken.getContext() == null ? "" : " " + broken.getContext();
        return new TreeFault(
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1,
                "Not valid YAML: " + Growth.shortened(broken.getProblem() + context),
                "Correct the indentation, colon or quotes at or just before this place.");
    }

    private ParsedTree whole() throws UnreadableTree {
        parser.getEvent();
        if (!(parser.peekEvent() instanceof DocumentStartEvent)) {
            throw UnreadableTree.because("The text is empty.", "Give the whole document.");
        }
        parser.getEvent();
        var root = node(1);
        parser.getEvent();
        if (parser.peekEvent() instanceof DocumentStartEvent second) {
            throw at(second.getStartMark(), "There is a second YAML document.", "Give one document in each file.");
        }
        return new ParsedTree(root, growth.warnings);
    }

    private JsonNode node(int depth) throws UnreadableTree {
        var event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return expanded(alias);
        }
        var before = growth.nodes();
        growth.add(1, line(event), column(event));
        var node = switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent sequence -> sequence(sequence, depth);
            case MappingStartEvent mapping -> mapping(mapping, depth);
            default -> throw at(event.getStartMark(), "Something other than a value.", "Write a value here.");
        };
        var anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, growth.nodes() - before));
        }
        return node;
    }

    private JsonNode expanded(AliasEvent alias) throws UnreadableTree {
        var target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw at(
                    alias.getStartMark(),
                    "The alias *%s points to nothing complete before it."
                            .formatted(Growth.shortened(alias.getAnchor())),
                    "Use $ref for parts that contain themselves.");
        }
        if (target.node().isContainer() && ++aliases > MAX_ALIASES) {
            throw at(
                    alias.getStartMark(),
                    "More than %d YAML aliases.".formatted(MAX_ALIASES),
                    "Use $ref to share parts of the document.");
        }
        growth.add(target.size(), line(alias), column(alias));
        return target.node().deepCopy();
    }

    private JsonNode scalar(ScalarEvent scalar) throws UnreadableTree {
        var tag = scalar.getTag();
        if (tag != null && !PLAIN_TAGS.contains(tag) && !VALUE_TAGS.contains(tag)) {
            throw tagRefused(tag, scalar);
        }
        var text = scalar.getValue();
        if (text.length() > growth.limits.stringLength()) {
            throw at(scalar.getStartMark(), "A text longer than 1 MiB.", "Shorten it or refer to a file.");
        }
        var plain = tag == null ? scalar.getScalarStyle() == ScalarStyle.PLAIN : VALUE_TAGS.contains(tag);
        return plain ? YamlScalars.plain(text) : NODES.stringNode(text);
    }

    private JsonNode sequence(SequenceStartEvent start, int depth) throws UnreadableTree {
        open(start, start.getTag(), depth);
        var array = NODES.arrayNode();
        while (!parser.checkEvent(ID.SequenceEnd)) {
            array.add(node(depth + 1));
        }
        parser.getEvent();
        return array;
    }

    private JsonNode mapping(MappingStartEvent start, int depth) throws UnreadableTree {
        open(start, start.getTag(), depth);
        var object = NODES.objectNode();
        var merged = new ArrayList<JsonNode>();
        while (!parser.checkEvent(ID.MappingEnd)) {
            entry(object, merged, depth);
        }
        parser.getEvent();
        for (var other : merged) {
            mergeInto(object, other, start);
        }
        return object;
    }

    private void entry(ObjectNode object, List<JsonNode> merged, int depth) throws UnreadableTree {
        var event = parser.getEvent();
        var key = key(event);
        var value = node(depth + 1);
        if (event instanceof ScalarEvent scalar && scalar.isPlain() && key.equals("<<")) {
            merged.add(value);
        } else if (object.replace(key, value) != null) {
            growth.repeatedKey(key, line(event), column(event));
        }
    }

    private String key(Event event) throws UnreadableTree {
        if (event instanceof ScalarEvent scalar) {
            scalar(scalar);
            if (scalar.getAnchor() != null) {
                anchors.put(scalar.getAnchor(), new Anchored(NODES.stringNode(scalar.getValue()), 1));
            }
            return scalar.getValue();
        }
        if (event instanceof AliasEvent alias) {
            var target = anchors.get(alias.getAnchor());
            if (target != null && target.node().isValueNode()) {
                return target.node().asString();
            }
        }
        throw at(event.getStartMark(), "A key that is not a plain text.", "Use a text as key.");
    }

    private void mergeInto(ObjectNode object, JsonNode other, Event start) throws UnreadableTree {
        if (other.isArray()) {
            for (var one : other) {
                mergeInto(object, one, start);
            }
        } else if (other.isObject()) {
            other.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        } else {
            throw at(start.getStartMark(), "A merge key << without an object.", "Merge an alias of an object.");
        }
    }

    private void open(Event start, @Nullable String tag, int depth) throws UnreadableTree {
        growth.checkDepth(depth, line(start), column(start));
        if (tag != null && !PLAIN_TAGS.contains(tag)) {
            throw tagRefused(tag, start);
        }
    }

    private static UnreadableTree tagRefused(String tag, Event event) {
        return at(
                event.getStartMark(),
                "The YAML tag %s is not accepted.".formatted(Growth.shortened(tag)),
                "Remove the tag: documents are plain data.");
    }

    private static UnreadableTree at(@Nullable Mark mark, String what, String hint) {
        return new UnreadableTree(
                mark == null
                        ? new TreeFault(0, 0, what, hint)
                        : new TreeFault(mark.getLine() + 1, mark.getColumn() + 1, what, hint));
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark() == null ? 0 : event.getStartMark().getColumn() + 1;
    }
}
