package dev.interlock.testcase.coverage;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.ServiceKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which hops of a path a test exercises, worked out from the operations it calls.
 *
 * <p>A call of a service travels a hop out of it when the operation leads there: the hop's own operation says so, the
 * service goes on to nothing else, or their names share a word. With a hop go all hops that follow it. A hop into a
 * service nobody describes the caller of is exercised by the test itself, standing in for that caller. A test that calls
 * both ends of a hop exercises their interplay.
 */
public final class CoverageRule {
    private final IntegrationPath path;
    private final Map<ServiceKey, List<String>> calls;
    private final Landscape landscape;

    private CoverageRule(IntegrationPath path, Map<ServiceKey, List<String>> calls, Landscape landscape) {
        this.path = path;
        this.calls = calls;
        this.landscape = landscape;
    }

    /** The positions of the hops exercised, from 0; empty when there are none. */
    public static Set<Integer> hops(IntegrationPath path, Map<ServiceKey, List<String>> calls, Landscape landscape) {
        return new CoverageRule(path, calls, landscape).hops();
    }

    /** The hops a test exercises that a person says covers the path: those worked out, else all. */
    public static Set<Integer> named(IntegrationPath path, Map<ServiceKey, List<String>> calls, Landscape landscape) {
        var worked = hops(path, calls, landscape);
        return worked.isEmpty() ? all(path) : worked;
    }

    private static Set<Integer> all(IntegrationPath path) {
        var hops = new TreeSet<Integer>();
        for (var i = 0; i < path.hops().size(); i++) {
            hops.add(i);
        }
        return hops;
    }

    private Set<Integer> hops() {
        var reached = new TreeSet<Integer>();
        for (var i = 0; i < path.hops().size(); i++) {
            if (follows(i, reached) || travels(i) || bothEnds(path.hops().get(i))) {
                reached.add(i);
            }
        }
        return reached;
    }

    /** Whether the hop this one follows is exercised: what is called goes on by itself. */
    private boolean follows(int index, Set<Integer> reached) {
        var before = before(index);
        return before >= 0 && reached.contains(before);
    }

    private int before(int index) {
        var after = path.hops().get(index).after();
        return after == null ? index - 1 : after;
    }

    private boolean travels(int index) {
        var hop = path.hops().get(index);
        var before = before(index);
        var incoming = before >= 0 ? path.hops().get(before).operation() : null;
        var fromConsumer = called(hop.consumer()).stream().anyMatch(operation -> leads(operation, incoming, hop));
        return fromConsumer || (before < 0 && standsIn(hop));
    }

    /** The test plays a caller that has no interface of its own, such as a browser. */
    private boolean standsIn(Hop hop) {
        return !landscape.described().contains(hop.consumer())
                && called(hop.provider()).stream().anyMatch(operation -> matches(operation, hop.operation()));
    }

    private boolean leads(String operation, @Nullable String incoming, Hop hop) {
        if (incoming != null) {
            return incoming.equals(operation);
        }
        return operation.equals(hop.operation())
                || landscape.leadsOnlyTo(hop)
                || Words.share(operation, hop.provider().value())
                || Words.share(operation, path.key() + " " + path.name().replaceAll("\\S+ ->.*", ""))
                || (hop.operation() != null && Words.share(operation, hop.operation()));
    }

    private boolean bothEnds(Hop hop) {
        return calls.containsKey(hop.consumer())
                && called(hop.provider()).stream().anyMatch(operation -> matches(operation, hop.operation()));
    }

    private static boolean matches(String operation, @Nullable String wanted) {
        return wanted == null || wanted.equals(operation);
    }

    private List<String> called(ServiceKey service) {
        return calls.getOrDefault(service, List.of());
    }
}
