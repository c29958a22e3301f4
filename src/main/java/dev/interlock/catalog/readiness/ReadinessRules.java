package dev.interlock.catalog.readiness;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.EndState;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.IntegrationReadiness;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.PathReadiness;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.catalog.ReadinessState;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.ServiceVersion;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.Unlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Works out readiness from what was reported; pure. */
final class ReadinessRules {
    private static final int MOST_UNLOCKS = 10;

    /**
     * What is known of an environment.
     *
     * @param deployed what runs, by service; of several versions the one with the largest share
     * @param latest the newest version of each service
     * @param reachable what the last check said, by service
     */
    record Facts(
            EnvironmentKey environment,
            List<Service> services,
            List<Integration> integrations,
            List<IntegrationPath> paths,
            Map<ServiceKey, DeployedVersion> deployed,
            Map<ServiceKey, ServiceVersion> latest,
            Map<ServiceKey, Boolean> reachable) {}

    private final Facts facts;
    private final Map<PathKey, Double> scores;
    private final Map<ServiceKey, EndState> states = new TreeMap<>();
    private final Map<ServiceKey, Service> services = new HashMap<>();

    ReadinessRules(Facts facts, Map<PathKey, Double> scores) {
        this.facts = facts;
        this.scores = scores;
        facts.services().forEach(service -> {
            services.put(service.key(), service);
            states.put(service.key(), state(service));
        });
    }

    ReadinessBoard board() {
        return new ReadinessBoard(
                facts.environment(),
                states,
                facts.integrations().stream().map(this::integration).toList(),
                facts.paths().stream().map(this::path).toList(),
                unlocks());
    }

    /** How far each service is. */
    Map<ServiceKey, EndState> states() {
        return Map.copyOf(states);
    }

    private EndState state(Service service) {
        var answered = facts.reachable().get(service.key());
        if (service.kind() != ServiceKind.INTERNAL) {
            return answered == null ? EndState.NOT_CHECKED : answered ? EndState.READY : EndState.UNREACHABLE;
        }
        var running = facts.deployed().get(service.key());
        var state = running == null ? undeployed(service.key()) : of(running.unitTests());
        return state == EndState.READY && Boolean.FALSE.equals(answered) ? EndState.UNREACHABLE : state;
    }

    private EndState undeployed(ServiceKey service) {
        var newest = facts.latest().get(service);
        if (newest == null) {
            return EndState.NOTHING_REPORTED;
        }
        return newest.unitTests() == UnitTests.FAILED ? EndState.UNIT_TESTS_FAILED : EndState.NOT_DEPLOYED;
    }

    private static EndState of(UnitTests verdict) {
        return switch (verdict) {
            case PASSED -> EndState.READY;
            case FAILED -> EndState.UNIT_TESTS_FAILED;
            case UNKNOWN -> EndState.UNIT_TESTS_UNKNOWN;
        };
    }

    private EndState stateOf(ServiceKey service) {
        return states.getOrDefault(service, EndState.NOTHING_REPORTED);
    }

    private boolean isReady(ServiceKey service) {
        return stateOf(service) == EndState.READY;
    }

    private boolean isReady(Hop hop) {
        return isReady(hop.consumer()) && isReady(hop.provider());
    }

    private String why(ServiceKey service) {
        return service + ": " + stateOf(service).missing().orElse("");
    }

    private IntegrationReadiness integration(Integration integration) {
        var ends = List.of(integration.consumer(), integration.provider());
        var missing = ends.stream().filter(end -> !isReady(end)).toList();
        return new IntegrationReadiness(
                integration.consumer(),
                integration.provider(),
                missing.isEmpty() ? ReadinessState.READY : notReady(missing),
                missing.stream().map(this::why).toList());
    }

    /** Not ready as soon as one end is known not to be; unknown when only reports are missing. */
    private ReadinessState notReady(List<ServiceKey> missing) {
        return missing.stream().allMatch(service -> stateOf(service).unknown())
                ? ReadinessState.UNKNOWN
                : ReadinessState.NOT_READY;
    }

    private PathReadiness path(IntegrationPath path) {
        var missing =
                path.services().stream().filter(service -> !isReady(service)).toList();
        var stretch = longestReadyStretch(path.hops());
        var state = missing.isEmpty()
                ? ReadinessState.READY
                : stretch.isEmpty() ? notReady(missing) : ReadinessState.PARTLY;
        return new PathReadiness(
                path.key(),
                state,
                stretch,
                missing,
                missing.stream().map(this::why).toList());
    }

    /** The longest chain of hops that follow each other and are all ready. */
    private List<ServiceKey> longestReadyStretch(List<Hop> hops) {
        var stretches = new ArrayList<List<ServiceKey>>();
        for (var hop : hops) {
            stretches.add(isReady(hop) ? stretch(stretches, hop) : List.of());
        }
        return stretches.stream()
                .reduce((longest, other) -> other.size() > longest.size() ? other : longest)
                .orElse(List.of());
    }

    private static List<ServiceKey> stretch(List<List<ServiceKey>> stretches, Hop hop) {
        var after = hop.after();
        var before = after == null ? List.<ServiceKey>of() : stretches.get(after);
        var chain = new ArrayList<>(before.isEmpty() ? List.of(hop.consumer()) : before);
        chain.add(hop.provider());
        return chain;
    }

    private List<Unlock> unlocks() {
        return states.keySet().stream()
                .filter(service -> !isReady(service))
                .map(this::unlock)
                .filter(unlock -> unlock.integrations() > 0 || !unlock.paths().isEmpty())
                .sorted(Comparator.comparingDouble(Unlock::score)
                        .thenComparingInt(unlock -> unlock.paths().size())
                        .thenComparingInt(Unlock::integrations)
                        .reversed()
                        .thenComparing(Unlock::service))
                .limit(MOST_UNLOCKS)
                .toList();
    }

    /** What becomes ready when this service alone does. */
    private Unlock unlock(ServiceKey service) {
        var integrations = facts.integrations().stream()
                .filter(integration -> lacksOnly(List.of(integration.consumer(), integration.provider()), service))
                .count();
        var paths = facts.paths().stream()
                .filter(path -> lacksOnly(path.services(), service))
                .toList();
        return new Unlock(
                service,
                stateOf(service).missing().orElse(""),
                (int) integrations,
                paths.stream().map(IntegrationPath::key).toList(),
                paths.stream().mapToDouble(this::score).sum());
    }

    private boolean lacksOnly(List<ServiceKey> needed, ServiceKey service) {
        return needed.contains(service) && needed.stream().allMatch(other -> other.equals(service) || isReady(other));
    }

    private double score(IntegrationPath path) {
        var criticality = path.services().stream()
                .map(services::get)
                .filter(Objects::nonNull)
                .mapToInt(Service::criticality)
                .max()
                .orElse(1);
        return scores.getOrDefault(path.key(), (double) criticality);
    }
}
