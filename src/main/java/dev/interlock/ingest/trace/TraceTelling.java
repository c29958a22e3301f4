package dev.interlock.ingest.trace;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import java.util.List;
import java.util.Map;

/** What one trace tells: its services, its calls, and the ways it took. */
record TraceTelling(Map<ServiceKey, ServiceKind> services, List<Told> calls, List<Way> ways) {
    /** Copies the collections. */
    TraceTelling {
        services = Map.copyOf(services);
        calls = List.copyOf(calls);
        ways = List.copyOf(ways);
    }

    /** A call between services of the project. */
    record Told(SeenCall call, ServiceKey consumer, ServiceKey provider) {}

    /** A way from its entry. */
    record Way(String entry, List<Hop> hops, ReadSpan top) {
        /** Copies the hops. */
        Way {
            hops = List.copyOf(hops);
        }
    }
}
