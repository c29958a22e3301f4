package dev.interlock.ingest.trace;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.execution.TraceSpans;
import dev.interlock.ingest.trace.PeerNames.Known;
import dev.interlock.ingest.trace.TraceTelling.Told;
import dev.interlock.ingest.trace.TraceTelling.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one trace tells. A way counts only from where the trace begins, so that parts of a trace whose beginning is
 * lost do not make other ways of one.
 */
final class TraceReading {
    private static final int MOST_HOPS = 60;
    private static final int DEEPEST = 200;

    private final Map<ServiceKey, ServiceKind> services = new LinkedHashMap<>();
    private final List<Told> calls = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final IdentityHashMap<ReadSpan, List<Told>> byFrom = new IdentityHashMap<>();
    private final TraceGraph graph;

    private TraceReading(TraceGraph graph) {
        this.graph = graph;
    }

    static TraceTelling of(List<ReadSpan> spans, Known names) {
        var reading = new TraceReading(new TraceGraph(spans));
        reading.read(names);
        return new TraceTelling(reading.services, reading.calls, reading.ways);
    }

    private void read(Known names) {
        for (var span : graph.spans()) {
            if (!span.service().isEmpty()) {
                services.put(names.service(span.service()), ServiceKind.INTERNAL);
            }
        }
        for (var call : graph.calls()) {
            told(call, names).ifPresent(this::keep);
        }
        for (var top : graph.tops()) {
            if (!TraceSpans.isOfRun(top.traceId())) {
                way(top);
            }
        }
    }

    private void keep(Told told) {
        if (!told.consumer().equals(told.provider())) {
            calls.add(told);
            byFrom.computeIfAbsent(told.call().from(), from -> new ArrayList<>(1))
                    .add(told);
            services.putIfAbsent(told.consumer(), kind(told.call()));
            services.putIfAbsent(told.provider(), kind(told.call()));
        }
    }

    private static ServiceKind kind(SeenCall call) {
        return switch (call.store()) {
            case DATABASE -> ServiceKind.DATABASE;
            case BROKER -> ServiceKind.BROKER;
            case SERVICE -> call.peer() ? ServiceKind.THIRD_PARTY : ServiceKind.INTERNAL;
        };
    }

    private static Optional<Told> told(SeenCall call, Known names) {
        var consumerIsPeer = call.peer() && !call.consumer().equals(call.from().service());
        var consumer = consumerIsPeer ? names.peer(call.consumer()) : Optional.of(names.service(call.consumer()));
        var provider = call.peer() && !consumerIsPeer
                ? names.peer(call.provider())
                : Optional.of(names.service(call.provider()));
        return consumer.flatMap(one -> provider.map(other -> new Told(call, one, other)));
    }

    private void way(ReadSpan top) {
        var hops = new ArrayList<Hop>();
        walk(top, null, new HashSet<>(), hops, new HashMap<>(), 0);
        if (!hops.isEmpty()) {
            ways.add(new Way(top.facts().operation(), hops, top));
        }
    }

    /** Repeated calls are one hop; a call back to a service on the way is none, since a path has no circles. */
    private void walk(
            ReadSpan span,
            @Nullable Integer after,
            Set<ServiceKey> above,
            List<Hop> hops,
            Map<Hop, Integer> places,
            int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var reached = after;
        var way = above;
        for (var told : byFrom.getOrDefault(span, List.of())) {
            if (above.contains(told.provider())) {
                continue;
            }
            var hop = hop(told, after);
            var place = places.get(hop);
            if (place == null && hops.size() < MOST_HOPS) {
                place = hops.size();
                places.put(hop, place);
                hops.add(hop);
            }
            if (place != null && !told.call().peer()) {
                reached = place;
                way = new HashSet<>(above);
                way.add(told.consumer());
            }
        }
        for (var child : graph.children(span)) {
            walk(child, reached, way, hops, places, depth + 1);
        }
    }

    private static Hop hop(Told told, @Nullable Integer after) {
        var operation = told.call().operation();
        return new Hop(
                told.consumer(),
                told.provider(),
                operation.isEmpty() ? null : operation,
                told.call().waits() ? Mode.SYNC : Mode.ASYNC,
                after);
    }
}
