package dev.interlock.ingest.trace;

import dev.interlock.catalog.ServiceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spans of tests. */
final class TestSpans {
    static final PeerNames.Known NAMES = new PeerNames.Known(
            Map.of("orders", new ServiceKey("orders"), "payment", new ServiceKey("payment")),
            Map.of("10.0.0.7:8080", new ServiceKey("payment")));

    private TestSpans() {}

    static ReadSpan span(
            String trace,
            String id,
            @Nullable String parent,
            String service,
            SpanKind kind,
            String name,
            Map<String, String> tags) {
        return new ReadSpan(
                trace,
                id,
                parent,
                service,
                name,
                kind,
                1_700_000_000_000_000L,
                2_000,
                SpanFacts.of(name, kind, tags, Sampling.weight("", tags)),
                false);
    }

    static ReadSpan server(String trace, String id, @Nullable String parent, String service, String name) {
        return span(trace, id, parent, service, SpanKind.SERVER, name, Map.of());
    }

    static ReadSpan client(String trace, String id, String parent, String service, String peer) {
        return span(trace, id, parent, service, SpanKind.CLIENT, "POST", Map.of("server.address", peer));
    }

    /** gateway -> orders -> payment, in the order of the call. */
    static List<ReadSpan> checkout(String trace, double weight) {
        var tags = new HashMap<String, String>();
        if (weight > 1) {
            tags.put("sampler.type", "probabilistic");
            tags.put("sampler.param", Double.toString(1 / weight));
        }
        return List.of(
                span(trace, "1", null, "gateway", SpanKind.SERVER, "POST /checkout", tags),
                client(trace, "2", "1", "gateway", "orders"),
                span(trace, "3", "2", "orders", SpanKind.SERVER, "POST /orders", tags),
                client(trace, "4", "3", "orders", "payment"),
                span(trace, "5", "4", "payment", SpanKind.SERVER, "POST /charges", tags));
    }
}
