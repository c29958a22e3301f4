package dev.interlock.arazzo.jsonpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the values of one query in one document, within limits. */
public final class PathEvaluation {
    private static final int MAX_RESULTS = 10_000;
    private static final int MAX_DEPTH = 500;
    private static final long BUDGET_NANOS = 500_000_000L;
    private static final int CHECK_EVERY = 1_024;

    private final JsonNode root;
    private final Filters filters;
    private final long startedAt = System.nanoTime();
    private int visited;

    private PathEvaluation(JsonNode root) {
        this.root = root;
        filters = new Filters(this);
    }

    /**
     * The values a query finds, in order.
     *
     * @throws PathLimitException when a limit is reached
     */
    public static List<JsonNode> select(PathQuery query, JsonNode root) {
        var evaluation = new PathEvaluation(root);
        return evaluation.find(query, root);
    }

    List<JsonNode> find(PathQuery query, JsonNode current) {
        var nodes = List.of(query.relative() ? current : root);
        for (var segment : query.segments()) {
            nodes = apply(segment, nodes);
        }
        return nodes;
    }

    private List<JsonNode> apply(Segment segment, List<JsonNode> nodes) {
        var found = new ArrayList<JsonNode>();
        Consumer<JsonNode> collect = node -> {
            visit();
            if (found.size() >= MAX_RESULTS) {
                throw new PathLimitException("more than 10,000 values");
            }
            found.add(node);
        };
        for (var node : nodes) {
            if (segment.descendant()) {
                descend(segment, node, collect, 0);
            } else {
                children(segment, node, collect);
            }
        }
        return found;
    }

    private void descend(Segment segment, JsonNode node, Consumer<JsonNode> collect, int depth) {
        if (depth > MAX_DEPTH) {
            throw new PathLimitException("values nested more than 500 deep");
        }
        children(segment, node, collect);
        for (var child : node) {
            visit();
            descend(segment, child, collect, depth + 1);
        }
    }

    private void children(Segment segment, JsonNode node, Consumer<JsonNode> collect) {
        if (node.isContainer()) {
            segment.selectors().forEach(selector -> take(selector, node, collect));
        }
    }

    private void take(Selector selector, JsonNode node, Consumer<JsonNode> collect) {
        switch (selector) {
            case Selector.Name name -> present(node.isObject() ? node.get(name.name()) : null, collect);
            case Selector.Index index -> present(element(node, index.index()), collect);
            case Selector.Wildcard _ -> node.forEach(collect);
            case Selector.Slice slice -> Slices.indexes(slice, node).forEach(index -> collect.accept(node.path(index)));
            case Selector.Filter filter ->
                node.forEach(child -> {
                    visit();
                    if (filters.holds(filter.condition(), child)) {
                        collect.accept(child);
                    }
                });
        }
    }

    private static void present(@Nullable JsonNode node, Consumer<JsonNode> collect) {
        if (node != null) {
            collect.accept(node);
        }
    }

    private static @Nullable JsonNode element(JsonNode node, long index) {
        if (!node.isArray()) {
            return null;
        }
        var at = index < 0 ? node.size() + index : index;
        return at < 0 || at >= node.size() ? null : node.get((int) at);
    }

    private void visit() {
        if (++visited % CHECK_EVERY == 0 && System.nanoTime() - startedAt > BUDGET_NANOS) {
            throw new PathLimitException("longer than 500 ms");
        }
    }
}
