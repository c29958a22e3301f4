package dev.interlock.catalog.readiness;

import dev.interlock.catalog.EndState;
import dev.interlock.catalog.IntegrationOrder;
import dev.interlock.catalog.IntegrationOrder.NeededStub;
import dev.interlock.catalog.IntegrationOrder.Step;
import dev.interlock.catalog.OrderStrategy;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ReadinessBoard;
import dev.interlock.catalog.ServiceKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Works out in which order services join that are not ready; pure. */
final class OrderRules {
    private final ReadinessRules.Facts facts;
    private final ReadinessBoard board;
    private final List<ServiceKey> open = new ArrayList<>();
    private final Set<ServiceKey> ready = new TreeSet<>();
    private final ServiceGraph graph;

    OrderRules(ReadinessRules.Facts facts, ReadinessBoard board) {
        this.facts = facts;
        this.board = board;
        new TreeMap<>(board.services()).forEach((service, state) -> {
            if (state == EndState.READY) {
                ready.add(service);
            } else {
                open.add(service);
            }
        });
        this.graph = graph();
    }

    private ServiceGraph graph() {
        var numbers = new HashMap<ServiceKey, Integer>();
        open.forEach(service -> numbers.put(service, numbers.size()));
        var arcs = new ServiceGraph(open.size());
        for (var integration : facts.integrations()) {
            var caller = numbers.get(integration.consumer());
            var provider = numbers.get(integration.provider());
            if (caller != null && provider != null) {
                arcs.arc(caller, provider);
            }
        }
        return arcs;
    }

    IntegrationOrder order(OrderStrategy strategy) {
        var least = new LeastStubs(graph);
        var groups = switch (strategy) {
            case TOP_DOWN -> levels(graph::callers);
            case BOTTOM_UP -> levels(graph::called);
            case SANDWICH -> sandwich();
            case LEAST_STUBS -> least.order().order().stream().map(List::of).toList();
        };
        var steps = steps(groups);
        return new IntegrationOrder(
                board.environment(),
                strategy,
                List.copyOf(ready),
                steps,
                stubbed(steps),
                strategy == OrderStrategy.LEAST_STUBS && least.order().exact());
    }

    /**
     * Services by the longest way to the end in one direction; services of one circle stand together.
     *
     * @param towards what a service has to come after
     */
    private List<List<Integer>> levels(Function<Integer, BitSet> towards) {
        var components = graph.components();
        var circle = new HashMap<Integer, Integer>();
        for (var i = 0; i < components.size(); i++) {
            var number = i;
            components.get(i).forEach(service -> circle.put(service, number));
        }
        var level = new HashMap<Integer, Integer>();
        for (var i = 0; i < components.size(); i++) {
            level(i, components, circle, towards, level);
        }
        var byLevel = new TreeMap<Integer, List<Integer>>();
        level.forEach((number, height) ->
                byLevel.computeIfAbsent(height, key -> new ArrayList<>()).addAll(components.get(number)));
        byLevel.values().forEach(services -> services.sort(null));
        return List.copyOf(byLevel.values());
    }

    private static int level(
            int number,
            List<List<Integer>> components,
            Map<Integer, Integer> circle,
            Function<Integer, BitSet> towards,
            Map<Integer, Integer> known) {
        var done = known.get(number);
        if (done != null) {
            return done;
        }
        var height = 0;
        for (var service : components.get(number)) {
            for (var other : towards.apply(service).stream().toArray()) {
                var next = circle.getOrDefault(other, number);
                if (next != number) {
                    height = Math.max(height, 1 + level(next, components, circle, towards, known));
                }
            }
        }
        known.put(number, height);
        return height;
    }

    /** The lowest and the highest level that are left, step by step. */
    private List<List<Integer>> sandwich() {
        var up = levels(graph::called);
        var steps = new ArrayList<List<Integer>>();
        var low = 0;
        var high = up.size() - 1;
        while (low <= high) {
            var together = new ArrayList<>(up.get(low));
            if (high > low) {
                together.addAll(up.get(high));
            }
            steps.add(together);
            low++;
            high--;
        }
        return steps;
    }

    private List<Step> steps(List<List<Integer>> groups) {
        var there = new TreeSet<>(ready);
        var stubsBefore = stubs(there).keySet();
        var coveredBefore = whole(there);
        var steps = new ArrayList<Step>();
        for (var group : groups) {
            var joining = group.stream().map(open::get).sorted().toList();
            there.addAll(joining);
            var stubs = stubs(there);
            var covered = whole(there);
            var fresh = new ArrayList<>(covered);
            fresh.removeAll(coveredBefore);
            steps.add(new Step(
                    steps.size() + 1,
                    joining,
                    joining.stream().map(this::missing).toList(),
                    needed(stubs),
                    without(stubs.keySet(), stubsBefore),
                    without(stubsBefore, stubs.keySet()),
                    integrated(there),
                    fresh));
            stubsBefore = stubs.keySet();
            coveredBefore = covered;
        }
        return steps;
    }

    private String missing(ServiceKey service) {
        return service + ": "
                + board.services()
                        .getOrDefault(service, EndState.NOTHING_REPORTED)
                        .missing()
                        .orElse("");
    }

    /** Services that are called by those who are there and are not there themselves. */
    private Map<ServiceKey, Set<ServiceKey>> stubs(Set<ServiceKey> there) {
        var stubs = new TreeMap<ServiceKey, Set<ServiceKey>>();
        for (var integration : facts.integrations()) {
            if (there.contains(integration.consumer()) && !there.contains(integration.provider())) {
                stubs.computeIfAbsent(integration.provider(), key -> new TreeSet<>())
                        .add(integration.consumer());
            }
        }
        return stubs;
    }

    private static List<NeededStub> needed(Map<ServiceKey, Set<ServiceKey>> stubs) {
        return stubs.entrySet().stream()
                .map(stub -> new NeededStub(stub.getKey(), List.copyOf(stub.getValue())))
                .toList();
    }

    private static List<ServiceKey> without(Set<ServiceKey> all, Set<ServiceKey> others) {
        return all.stream()
                .filter(service -> !others.contains(service))
                .sorted()
                .toList();
    }

    private int integrated(Set<ServiceKey> there) {
        return (int) facts.integrations().stream()
                .filter(one -> there.contains(one.consumer()) && there.contains(one.provider()))
                .count();
    }

    private List<PathKey> whole(Set<ServiceKey> there) {
        return facts.paths().stream()
                .filter(path -> there.containsAll(path.services()))
                .map(path -> path.key())
                .toList();
    }

    private static int stubbed(List<Step> steps) {
        var arcs = new HashSet<String>();
        steps.forEach(step -> step.stubs()
                .forEach(stub -> stub.callers().forEach(caller -> arcs.add(caller + " -> " + stub.service()))));
        return arcs.size();
    }
}
