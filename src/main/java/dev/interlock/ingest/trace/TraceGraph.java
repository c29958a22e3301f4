package dev.interlock.ingest.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The spans of one trace as a tree, and the calls between services in it. Zipkin's two halves of a call are told apart. */
@SuppressWarnings("ReferenceEquality")
final class TraceGraph {
    private final List<ReadSpan> spans;
    private final Map<String, List<ReadSpan>> byId = new HashMap<>();
    private final IdentityHashMap<ReadSpan, List<ReadSpan>> children = new IdentityHashMap<>();
    private final IdentityHashMap<ReadSpan, ReadSpan> parents = new IdentityHashMap<>();

    TraceGraph(List<ReadSpan> spans) {
        this.spans = spans;
        spans.forEach(span ->
                byId.computeIfAbsent(span.spanId(), id -> new ArrayList<>(2)).add(span));
        spans.forEach(this::attach);
    }

    List<ReadSpan> spans() {
        return spans;
    }

    @Nullable
    ReadSpan parent(ReadSpan span) {
        return parents.get(span);
    }

    List<ReadSpan> children(ReadSpan span) {
        return children.getOrDefault(span, List.of());
    }

    /** Spans nobody caused as far as their own words go. */
    List<ReadSpan> roots() {
        return spans.stream()
                .filter(span -> span.parentId() == null && parent(span) == null)
                .toList();
    }

    /** Spans caused by one that is not here. */
    List<ReadSpan> orphans() {
        return spans.stream()
                .filter(span -> span.parentId() != null && parent(span) == null)
                .toList();
    }

    /** Where a trace begins: at its roots; at what was asked from outside when the outside sends no spans. */
    List<ReadSpan> tops() {
        var roots = roots();
        return roots.isEmpty()
                ? orphans().stream().filter(span -> span.kind().isAsked()).toList()
                : roots;
    }

    /** Every call to another service that shows. */
    List<SeenCall> calls() {
        var calls = new ArrayList<SeenCall>();
        Set<ReadSpan> answered = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var span : spans) {
            var parent = parent(span);
            if (parent != null && crosses(parent, span)) {
                calls.add(SeenCall.between(parent, span));
                answered.add(parent);
            }
        }
        for (var span : spans) {
            if (!answered.contains(span)
                    && !span.service().isEmpty()
                    && !span.facts().peer().isEmpty()) {
                toPeer(span, calls);
            }
        }
        return calls;
    }

    /** The other side sends no spans, or not in this trace; only calls out, and messages that came out of a broker. */
    private void toPeer(ReadSpan span, List<SeenCall> calls) {
        var asked = span.kind().asks()
                || (span.kind() == SpanKind.INTERNAL && span.facts().store() == SpanFacts.Store.DATABASE);
        if (asked && !hasServiceBelow(span)) {
            calls.add(SeenCall.toPeer(span));
        } else if (span.kind() == SpanKind.CONSUMER && parent(span) == null) {
            calls.add(SeenCall.fromPeer(span));
        }
    }

    private boolean hasServiceBelow(ReadSpan span) {
        return children(span).stream().anyMatch(child -> crosses(span, child));
    }

    private static boolean crosses(ReadSpan parent, ReadSpan child) {
        return !parent.service().isEmpty()
                && !child.service().isEmpty()
                && !parent.service().equals(child.service());
    }

    private void attach(ReadSpan span) {
        var parent = findParent(span);
        if (parent != null && !isBelow(span, parent)) {
            parents.put(span, parent);
            children.computeIfAbsent(parent, one -> new ArrayList<>(2)).add(span);
        }
    }

    private @Nullable ReadSpan findParent(ReadSpan span) {
        if (span.kind().isAsked()) {
            for (var half : byId.getOrDefault(span.spanId(), List.of())) {
                if (half.kind().asks() && span.isHalfOf(half)) {
                    return half;
                }
            }
        }
        var candidates = byId.getOrDefault(Objects.requireNonNullElse(span.parentId(), ""), List.of());
        ReadSpan best = null;
        for (var candidate : candidates) {
            if (candidate != span && (best == null || rank(candidate, span) > rank(best, span))) {
                best = candidate;
            }
        }
        return best;
    }

    /** Of two halves the one in the same service caused it, else the one that was asked. */
    private static int rank(ReadSpan candidate, ReadSpan span) {
        return (candidate.service().equals(span.service()) ? 2 : 0)
                + (candidate.kind().isAsked() ? 1 : 0);
    }

    /** Whether a span is its own ancestor by way of another: broken ids must not make a circle. */
    private boolean isBelow(ReadSpan above, ReadSpan from) {
        var met = new HashSet<ReadSpan>();
        for (var at = from; at != null && met.add(at); at = parents.get(at)) {
            if (at == above) {
                return true;
            }
        }
        return false;
    }
}
