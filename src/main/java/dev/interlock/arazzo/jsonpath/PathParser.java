package dev.interlock.arazzo.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Parses a query. */
public final class PathParser {
    private static final int MAX_DEPTH = 50;

    private final PathText text;
    private final PathLiterals literals;
    private final FilterParser filters;
    private int depth;

    private PathParser(String source) {
        text = new PathText(source);
        literals = new PathLiterals(text);
        filters = new FilterParser(text, literals, this);
    }

    /**
     * Parses a query.
     *
     * @throws PathSyntaxException when it is not well formed
     */
    public static PathQuery parse(String source) {
        var parser = new PathParser(source);
        parser.text.expect('$');
        var segments = parser.segments();
        if (!parser.text.ended()) {
            throw parser.text.failure("unexpected text");
        }
        return new PathQuery(false, segments);
    }

    /** Deeper by one level of brackets; refused when too deep. */
    void deeper() {
        if (++depth > MAX_DEPTH) {
            throw text.failure("it is nested more than " + MAX_DEPTH + " deep");
        }
    }

    void shallower() {
        depth--;
    }

    List<Segment> segments() {
        var segments = new ArrayList<Segment>();
        while (true) {
            var start = text.position();
            text.spaces();
            if (text.takes("..")) {
                segments.add(new Segment(true, afterDots()));
            } else if (text.takes(".")) {
                segments.add(new Segment(false, List.of(wildcardOrName())));
            } else if (text.peek() == '[') {
                segments.add(new Segment(false, bracketed()));
            } else {
                text.back(start);
                return List.copyOf(segments);
            }
        }
    }

    private List<Selector> afterDots() {
        return text.peek() == '[' ? bracketed() : List.of(wildcardOrName());
    }

    private Selector wildcardOrName() {
        return text.takes("*") ? new Selector.Wildcard() : new Selector.Name(text.shorthand());
    }

    private List<Selector> bracketed() {
        deeper();
        text.expect('[');
        var selectors = new ArrayList<Selector>();
        do {
            text.spaces();
            selectors.add(selector());
            text.spaces();
        } while (text.takes(","));
        text.expect(']');
        shallower();
        return List.copyOf(selectors);
    }

    private Selector selector() {
        return switch (text.peek()) {
            case '\'', '"' -> new Selector.Name(literals.string());
            case '*' -> {
                text.take();
                yield new Selector.Wildcard();
            }
            case '?' -> {
                text.take();
                text.spaces();
                yield new Selector.Filter(filters.or());
            }
            default -> indexOrSlice();
        };
    }

    private Selector indexOrSlice() {
        var start = optionalInteger();
        var afterStart = text.position();
        text.spaces();
        if (!text.takes(":")) {
            text.back(afterStart);
            return new Selector.Index(start.orElseThrow(() -> text.failure("expected a selector")));
        }
        text.spaces();
        var end = optionalInteger();
        text.spaces();
        if (!text.takes(":")) {
            return new Selector.Slice(start, end, 1);
        }
        text.spaces();
        return new Selector.Slice(start, end, optionalInteger().orElse(1));
    }

    private OptionalLong optionalInteger() {
        return literals.atInteger() ? OptionalLong.of(literals.integer()) : OptionalLong.empty();
    }
}
