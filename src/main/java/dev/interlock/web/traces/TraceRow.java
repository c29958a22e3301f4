package dev.interlock.web.traces;

import dev.interlock.execution.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A span as a line of its trace.
 *
 * @param depth spans above it
 * @param after from the beginning of the trace
 */
public record TraceRow(Span span, int depth, Duration after) {

    /** What it is, in words. */
    public String words() {
        var peer = span.peer() == null ? "" : " to " + span.peer();
        var status = span.status() == null ? "" : ", " + span.status();
        return span.service() + ": " + span.operation() + peer + status;
    }

    /** Dots for its depth. */
    public String indent() {
        return "· ".repeat(Math.min(depth, 40));
    }

    /** The lines of a trace, each below the one that caused it. */
    public static List<TraceRow> of(List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        var ids = spans.stream().map(Span::spanId).collect(Collectors.toSet());
        var below = new HashMap<String, List<Span>>();
        for (var span : spans) {
            var parent = span.parentId() != null && ids.contains(span.parentId()) ? span.parentId() : "";
            below.computeIfAbsent(parent, id -> new ArrayList<>()).add(span);
        }
        var begin = spans.stream().min(Comparator.comparing(Span::startedAt)).orElseThrow();
        var rows = new ArrayList<TraceRow>();
        add("", 0, begin, below, new HashSet<>(), rows);
        return rows;
    }

    private static void add(
            String parent, int depth, Span begin, Map<String, List<Span>> below, Set<String> met, List<TraceRow> rows) {
        for (var span : below.getOrDefault(parent, List.of())) {
            if (met.add(span.spanId())) {
                rows.add(new TraceRow(span, depth, Duration.between(begin.startedAt(), span.startedAt())));
                add(span.spanId(), depth + 1, begin, below, met, rows);
            }
        }
    }

    /** The failing line that lies deepest; among equals the first. */
    public static Optional<TraceRow> deepestFailing(List<TraceRow> rows) {
        return rows.stream()
                .filter(row -> row.span().failed())
                .reduce((one, other) -> other.depth() > one.depth() ? other : one);
    }
}
