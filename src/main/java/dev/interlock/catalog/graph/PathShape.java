package dev.interlock.catalog.graph;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.store.Faults;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shape of the hops of a path: which follows which, and whether they form an acyclic graph with one entry. */
final class PathShape {
    private PathShape() {}

    /** Each service once, in the order it is first met. */
    static List<ServiceKey> services(List<Hop> hops) {
        var met = new LinkedHashSet<ServiceKey>();
        hops.forEach(hop -> {
            met.add(hop.consumer());
            met.add(hop.provider());
        });
        return List.copyOf(met);
    }

    /** The services in order, as a name. */
    static String chain(List<Hop> hops) {
        var name = services(hops).stream().map(ServiceKey::value).collect(Collectors.joining(" → "));
        return name.length() <= 200 ? name : name.substring(0, 199) + "…";
    }

    /** The same hops with {@code after} filled in where the order tells; faults are noted. */
    static List<Hop> normalised(List<Hop> hops, Faults faults) {
        var result = new ArrayList<Hop>();
        for (var index = 0; index < hops.size(); index++) {
            result.add(normalised(hops, index, faults));
        }
        faults.require(
                isAcyclic(hops), "hops", "lead back to a service they came from", "Cut the path before it repeats.");
        return result;
    }

    private static Hop normalised(List<Hop> hops, int index, Faults faults) {
        var hop = hops.get(index);
        var where = "hops/" + index;
        var after = hop.after() == null ? derived(hops, index) : hop.after();
        faults.require(!hop.consumer().equals(hop.provider()), where, "calls itself", "Name two different services.");
        if (after == null) {
            faults.require(
                    index == 0 || hop.consumer().equals(hops.getFirst().consumer()),
                    where,
                    "starts at " + hop.consumer() + ", where no earlier hop ends",
                    "Order the hops from the entry on, or name the hop it follows in \"after\".");
        } else {
            faults.require(
                    after >= 0 && after < index && hops.get(after).provider().equals(hop.consumer()),
                    where,
                    "follows hop " + after + ", which does not end at " + hop.consumer(),
                    "Name an earlier hop that ends there.");
        }
        return new Hop(hop.consumer(), hop.provider(), hop.operation(), hop.mode(), after);
    }

    /** The nearest earlier hop that ends where this one starts; null when there is none. */
    private static @Nullable Integer derived(List<Hop> hops, int index) {
        for (var earlier = index - 1; earlier >= 0; earlier--) {
            if (hops.get(earlier).provider().equals(hops.get(index).consumer())) {
                return earlier;
            }
        }
        return null;
    }

    /** Whether taking away services nobody left calls, again and again, leaves nothing. */
    static boolean isAcyclic(List<Hop> hops) {
        var left = new ArrayList<>(hops);
        while (!left.isEmpty()) {
            var called = left.stream().map(Hop::provider).collect(Collectors.toSet());
            if (!left.removeIf(hop -> !called.contains(hop.consumer()))) {
                return false;
            }
        }
        return true;
    }
}
