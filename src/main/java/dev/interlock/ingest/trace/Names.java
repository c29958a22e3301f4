package dev.interlock.ingest.trace;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which attributes are read, and what a resource calls itself. */
final class Names {
    private static final Set<String> FAMILIES = Set.of(
            "http", "url", "server", "peer", "service", "net", "db", "rpc", "messaging", "out", "sampler", "data");
    private static final Set<String> SINGLE =
            Set.of("error", "span.kind", "otel.status_code", "message_bus.destination");
    private static final int LONGEST = 200;

    private Names() {}

    /** Whether an attribute is of any use; what services keep there besides is left where it is. */
    static boolean isTold(String key) {
        var dot = key.indexOf('.');
        return SINGLE.contains(key) || (dot > 0 && FAMILIES.contains(key.substring(0, dot)));
    }

    /** The name of the service a resource belongs to; empty when it has none, or only the one SDKs make up. */
    static String service(Map<String, String> resource) {
        return cut(resource.getOrDefault("service.name", "").strip());
    }

    /** Zipkin keeps names in small letters. */
    static String lower(String name) {
        return cut(name.strip().toLowerCase(Locale.ROOT));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
