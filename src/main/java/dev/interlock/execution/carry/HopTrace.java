package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spans of a trace as a tree, and the part of it that one request caused. */
final class HopTrace {
    private static final int DEEPEST = 100;

    private final String request;
    private final List<Span> all;
    private final Map<String, Span> byId;
    private final List<Span> own;

    HopTrace(String request, List<Span> all) {
        this.request = request;
        this.all = all;
        this.byId = all.stream().collect(Collectors.toMap(Span::spanId, span -> span, (first, second) -> first));
        this.own = all.stream().filter(this::belongsToRequest).toList();
    }

    /** The spans of the request. */
    List<Span> own() {
        return own;
    }

    /** The spans of other requests of the same trace. */
    List<Span> others() {
        return all.stream().filter(span -> !own.contains(span)).toList();
    }

    /** The spans above one within the request, the nearest first. */
    List<Span> above(Span span) {
        var above = new ArrayList<Span>();
        for (var parent = parent(span); parent.isPresent() && above.size() < DEEPEST; parent = parent(parent.get())) {
            above.add(parent.get());
        }
        return above;
    }

    /** The spans of the work that a call belongs to, when it is the same work for another call. */
    boolean isSameWork(Span call, Span other) {
        return nearestCallAbove(call).equals(nearestCallAbove(other));
    }

    /** The last call on the way down as long as every service asked just one other. */
    Optional<Span> onlyWay() {
        Optional<Span> last = Optional.empty();
        var calls = callsBelow(request);
        for (var depth = 0; calls.size() == 1 && depth < DEEPEST; depth++) {
            last = Optional.of(calls.getFirst());
            calls = callsBelow(calls.getFirst().spanId());
        }
        return last;
    }

    /** Whether calls to other services are told at all in this trace. */
    boolean tellsCalls() {
        return all.stream().anyMatch(Span::isCall);
    }

    /** Whether this piece of work asked others. */
    boolean asked(Span span) {
        return own.stream().filter(Span::isCall).anyMatch(call -> isPartOf(call, span));
    }

    /** Whether a call was made in this piece of work itself. */
    boolean isPartOf(Span call, Span span) {
        var above = parent(call);
        for (var i = 0; i < DEEPEST && above.isPresent() && !above.get().isCall(); i++) {
            if (above.get().equals(span)) {
                return true;
            }
            above = parent(above.get());
        }
        return false;
    }

    /** The service whose call this span answered, null when the request itself was. */
    @Nullable
    ServiceKey caller(Span span) {
        for (var parent = parent(span); parent.isPresent(); parent = parent(parent.get())) {
            if (!parent.get().service().equals(span.service())) {
                return parent.get().service();
            }
        }
        return null;
    }

    /** Number of spans from the root to this one. */
    int depth(Span span) {
        var depth = 1;
        for (var parent = parent(span); parent.isPresent() && depth < DEEPEST; parent = parent(parent.get())) {
            depth++;
        }
        return depth;
    }

    /** The deepest of these spans, the first to begin among equals. */
    Optional<Span> deepest(List<Span> spans) {
        return spans.stream()
                .max(Comparator.comparingInt(this::depth)
                        .thenComparing(Span::isCall)
                        .thenComparing(Span::startedAt, Comparator.reverseOrder()));
    }

    /** The calls below a span, through spans that are none. */
    private List<Span> callsBelow(String spanId) {
        return own.stream()
                .filter(Span::isCall)
                .filter(call -> spanId.equals(nearestCallAbove(call)))
                .toList();
    }

    private String nearestCallAbove(Span call) {
        var above = Objects.toString(call.parentId(), "");
        for (var i = 0; i < DEEPEST; i++) {
            var span = byId.get(above);
            if (span == null || span.isCall()) {
                return above;
            }
            above = Objects.toString(span.parentId(), "");
        }
        return above;
    }

    private boolean belongsToRequest(Span span) {
        Optional<Span> current = Optional.of(span);
        for (var i = 0; i < DEEPEST && current.isPresent(); i++) {
            if (Objects.equals(current.get().parentId(), request)) {
                return true;
            }
            current = parent(current.get());
        }
        return false;
    }

    private Optional<Span> parent(Span span) {
        return Optional.ofNullable(span.parentId()).map(byId::get);
    }
}
