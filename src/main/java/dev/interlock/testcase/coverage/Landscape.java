package dev.interlock.testcase.coverage;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.ServiceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a project when coverage is worked out.
 *
 * @param described services with an interface on file
 * @param providers the services each service goes on to, over all paths
 */
public record Landscape(Set<ServiceKey> described, Map<ServiceKey, Set<ServiceKey>> providers) {

    /** The landscape these paths span. */
    public static Landscape of(Set<ServiceKey> described, List<IntegrationPath> paths) {
        var providers = new HashMap<ServiceKey, Set<ServiceKey>>();
        paths.stream()
                .flatMap(path -> path.hops().stream())
                .forEach(hop -> providers
                        .computeIfAbsent(hop.consumer(), key -> new HashSet<>())
                        .add(hop.provider()));
        return new Landscape(described, providers);
    }

    /** Whether a service goes on to one other service only, so that every call of it can mean that one. */
    boolean leadsOnlyTo(Hop hop) {
        return providers.getOrDefault(hop.consumer(), Set.of()).size() <= 1;
    }
}
