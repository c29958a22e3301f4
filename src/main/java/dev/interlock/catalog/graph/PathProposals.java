package dev.interlock.catalog.graph;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.PathProposal;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chains through the graph that nobody modelled yet, riskiest structure first. The start of likelihood is that of a hop
 * never seen working: a logistic of its structure, reached with a chance of seven in ten.
 */
final class PathProposals {
    private static final int LONGEST = 8;
    private static final int MOST_CANDIDATES = 10_000;
    private static final double REACH = 0.7;
    private static final double INNER_ENTRY = 0.5;

    private record Candidate(List<Integration> edges, double weight) {}

    private final ServiceGraph graph;
    private final Set<List<ServiceKey>> modelled;
    private final Set<String> keys = new HashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();

    PathProposals(ServiceGraph graph, List<IntegrationPath> known) {
        this.graph = graph;
        this.modelled = known.stream().map(IntegrationPath::services).collect(Collectors.toSet());
        known.forEach(path -> keys.add(path.key().value()));
    }

    /** The heaviest proposals; none is the beginning of another or of a path that is modelled. */
    List<PathProposal> best(int limit) {
        walkFromEveryEntry();
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::weight)
                        .reversed()
                        .thenComparing(candidate -> PathShape.chain(hops(candidate.edges()))))
                .filter(candidate -> !isModelled(services(candidate.edges())))
                .limit(limit)
                .map(this::proposal)
                .toList();
    }

    /** Every entry gets an equal share of what may be looked at; what one leaves over goes to those after it. */
    private void walkFromEveryEntry() {
        var entries = List.copyOf(graph.entries());
        var found = 0;
        for (var index = 0; index < entries.size() && found < MOST_CANDIDATES; index++) {
            var entry = entries.get(index);
            var share = Math.ceilDiv(MOST_CANDIDATES - found, entries.size() - index);
            found += walk(new ArrayList<>(), new LinkedHashSet<>(Set.of(entry)), entry, share);
        }
    }

    /**
     * Goes on until a leaf, a service met before or the longest length; only whole walks are candidates. Ways that part
     * share what may be found, so that a dense corner leaves something for the rest.
     */
    private int walk(List<Integration> edges, Set<ServiceKey> met, ServiceKey at, int most) {
        var next = graph.from(at).stream()
                .filter(edge -> !met.contains(edge.provider()))
                .toList();
        if (!edges.isEmpty() && (next.isEmpty() || edges.size() == LONGEST)) {
            candidates.add(new Candidate(List.copyOf(edges), weight(edges)));
            return 1;
        }
        var found = 0;
        for (var index = 0; index < next.size() && found < most; index++) {
            var edge = next.get(index);
            edges.add(edge);
            met.add(edge.provider());
            found += walk(edges, met, edge.provider(), Math.ceilDiv(most - found, next.size() - index));
            met.remove(edge.provider());
            edges.removeLast();
        }
        return found;
    }

    private double weight(List<Integration> edges) {
        var works = 1.0;
        for (var edge : edges) {
            works *= 1 - REACH / (1 + Math.exp(2.5 - structure(edge)));
        }
        var weight = 20 * (1 - works) * criticality(edges);
        return graph.isRoot(edges.getFirst().consumer()) ? weight : weight * INNER_ENTRY;
    }

    private double structure(Integration edge) {
        return (graph.isThirdParty(edge) ? 0.7 : 0)
                + (graph.isAsync(edge) ? 0.5 : 0)
                + (graph.lacksInterface(edge) ? 0.5 : 0)
                + (graph.crossesTeams(edge) ? 0.4 : 0);
    }

    private int criticality(List<Integration> edges) {
        return services(edges).stream()
                .mapToInt(key -> graph.service(key).criticality())
                .max()
                .orElse(1);
    }

    private boolean isModelled(List<ServiceKey> services) {
        return modelled.stream()
                .anyMatch(path -> path.size() >= services.size()
                        && path.subList(0, services.size()).equals(services));
    }

    private PathProposal proposal(Candidate candidate) {
        var hops = hops(candidate.edges());
        var services = services(candidate.edges());
        var ends = services.getFirst() + "-" + services.getLast();
        var draft = new PathDraft(
                PathKey.of(freeKey(ends, services)),
                PathShape.chain(hops),
                List.of(),
                hops,
                null,
                null,
                List.of(),
                "",
                Origin.PROPOSED);
        return new PathProposal(draft, why(candidate.edges()), candidate.weight());
    }

    private String freeKey(String ends, List<ServiceKey> services) {
        var whole = services.stream().map(ServiceKey::value).collect(Collectors.joining("-"));
        return Stream.concat(
                        Stream.of(Keys.propose(ends), Keys.propose(whole)),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> numbered(ends, number)))
                .filter(keys::add)
                .findFirst()
                .orElseThrow();
    }

    private static String numbered(String ends, int number) {
        var key = Keys.propose(ends);
        return key.substring(0, Math.min(key.length(), 56)) + "-" + number;
    }

    private List<Hop> hops(List<Integration> edges) {
        return IntStream.range(0, edges.size())
                .mapToObj(index -> new Hop(
                        edges.get(index).consumer(),
                        edges.get(index).provider(),
                        null,
                        graph.isAsync(edges.get(index)) ? Mode.ASYNC : Mode.SYNC,
                        index == 0 ? null : index - 1))
                .toList();
    }

    private static List<ServiceKey> services(List<Integration> edges) {
        return Stream.concat(
                        Stream.of(edges.getFirst().consumer()), edges.stream().map(Integration::provider))
                .toList();
    }

    private String why(List<Integration> edges) {
        var critical = services(edges).stream()
                .filter(key -> graph.service(key).criticality() == criticality(edges))
                .findFirst()
                .orElseThrow();
        var reasons = new ArrayList<String>();
        reasons.add("%s has criticality %d".formatted(critical, criticality(edges)));
        reason(edges, graph::isThirdParty, "calls third party ", reasons);
        reason(edges, graph::isAsync, "hands over asynchronously to ", reasons);
        reason(edges, graph::lacksInterface, "no interface on file for ", reasons);
        var crossings = edges.stream().filter(graph::crossesTeams).count();
        if (crossings > 0) {
            reasons.add("crosses " + crossings + (crossings == 1 ? " border" : " borders") + " between teams");
        }
        if (!graph.isRoot(edges.getFirst().consumer())) {
            reasons.add("starts inside the landscape, at an interface of its own");
        }
        return String.join("; ", reasons);
    }

    private static void reason(
            List<Integration> edges, Predicate<Integration> holds, String words, List<String> reasons) {
        var names = edges.stream()
                .filter(holds)
                .map(edge -> edge.provider().value())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            reasons.add(words + names);
        }
    }
}
