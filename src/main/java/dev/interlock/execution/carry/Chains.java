package dev.interlock.execution.carry;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.ServiceKey;
import java.util.ArrayList;
import java.util.List;

/** Chains of services behind one, as the hops of a path lead. */
final class Chains {
    private static final int LONGEST = 30;
    private static final int MOST = 50;

    private Chains() {}

    /** Every chain from a service to a leaf, the service itself first; at most 50. */
    static List<List<ServiceKey>> from(ServiceKey start, List<Hop> hops) {
        var chains = new ArrayList<List<ServiceKey>>();
        follow(List.of(start), hops, chains);
        return chains;
    }

    private static void follow(List<ServiceKey> chain, List<Hop> hops, List<List<ServiceKey>> chains) {
        var next = hops.stream()
                .filter(hop -> hop.consumer().equals(chain.getLast()) && !chain.contains(hop.provider()))
                .map(Hop::provider)
                .distinct()
                .toList();
        if (next.isEmpty() || chain.size() >= LONGEST) {
            if (chains.size() < MOST) {
                chains.add(chain);
            }
            return;
        }
        for (var provider : next) {
            var longer = new ArrayList<>(chain);
            longer.add(provider);
            follow(longer, hops, chains);
        }
    }
}
