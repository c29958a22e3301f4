package dev.interlock.catalog.readiness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The order in which the fewest arcs lead to a service that comes later: a minimum feedback arc set. Circles of up to
 * {@value #EXACT} services are solved exactly by dynamic programming over sets (Held and Karp's scheme), larger ones by
 * the greedy order of Eades, Lin and Smyth, improved by moving single services while that helps, and again from
 * orders a little mixed up.
 */
final class LeastStubs {
    static final int EXACT = 16;
    private static final int TRIED = 1_500;

    private final ServiceGraph graph;

    LeastStubs(ServiceGraph graph) {
        this.graph = graph;
    }

    /**
     * What came of it.
     *
     * @param exact whether no order has fewer stubs
     */
    record Found(List<Integer> order, boolean exact) {}

    /** Components go providers first, so only circles need stubs. */
    Found order() {
        var order = new ArrayList<Integer>();
        var exact = true;
        for (var component : graph.components()) {
            order.addAll(component.size() <= EXACT ? exactly(component) : nearly(component));
            exact &= component.size() <= EXACT;
        }
        return new Found(order, exact);
    }

    List<Integer> exactly(List<Integer> component) {
        if (component.size() == 1) {
            return component;
        }
        var calls = masks(component);
        var n = component.size();
        var best = new int[1 << n];
        var last = new byte[1 << n];
        Arrays.fill(best, Integer.MAX_VALUE);
        best[0] = 0;
        for (var there = 0; there < 1 << n; there++) {
            for (var service = 0; service < n; service++) {
                var with = there | 1 << service;
                var stubs = best[there] + Integer.bitCount(calls[service] & ~with);
                if (with != there && stubs < best[with]) {
                    best[with] = stubs;
                    last[with] = (byte) service;
                }
            }
        }
        return unwound(component, last);
    }

    private int[] masks(List<Integer> component) {
        var calls = new int[component.size()];
        for (var i = 0; i < calls.length; i++) {
            for (var j = 0; j < calls.length; j++) {
                calls[i] |= graph.calls(component.get(i), component.get(j)) ? 1 << j : 0;
            }
        }
        return calls;
    }

    private static List<Integer> unwound(List<Integer> component, byte[] last) {
        var order = new ArrayList<Integer>();
        var there = last.length - 1;
        while (there != 0) {
            order.addFirst(component.get(last[there]));
            there &= ~(1 << last[there]);
        }
        return order;
    }

    List<Integer> nearly(List<Integer> component) {
        var best = improved(greedy(component));
        var fewest = graph.stubbed(best);
        var chance = new Random(component.size());
        for (var trial = Math.clamp(TRIED / component.size(), 2, 80); trial > 0; trial--) {
            var other = improved(shaken(best, chance));
            var stubs = graph.stubbed(other);
            if (stubs <= fewest) {
                best = other;
                fewest = stubs;
            }
        }
        return best;
    }

    /** The order with a stretch of it mixed up; the same each time for the same component. */
    private static List<Integer> shaken(List<Integer> order, Random chance) {
        var other = new ArrayList<>(order);
        var length = Math.max(3, order.size() / 3);
        var from = chance.nextInt(order.size() - Math.min(length, order.size() - 1));
        Collections.shuffle(other.subList(from, Math.min(order.size(), from + length)), chance);
        return other;
    }

    /** Leaves to the front, entries to the back; else the one that is called most for what it calls goes to the front. */
    private List<Integer> greedy(List<Integer> component) {
        var left = new ArrayList<>(component);
        var front = new ArrayList<Integer>();
        var back = new ArrayList<Integer>();
        while (!left.isEmpty()) {
            var chosen = left.getFirst();
            var bestGain = Integer.MIN_VALUE;
            var entry = false;
            for (var service : left) {
                var calls = (int) left.stream()
                        .filter(other -> graph.calls(service, other))
                        .count();
                var called = (int) left.stream()
                        .filter(other -> graph.calls(other, service))
                        .count();
                var gain = calls == 0 || called == 0 ? left.size() * 2 : called - calls;
                if (gain > bestGain) {
                    bestGain = gain;
                    chosen = service;
                    entry = called == 0 && calls > 0;
                }
            }
            left.remove(chosen);
            if (entry) {
                back.addFirst(chosen);
            } else {
                front.add(chosen);
            }
        }
        front.addAll(back);
        return front;
    }

    /** Moves one service at a time to its best place until nothing gets better. */
    private List<Integer> improved(List<Integer> start) {
        var order = new ArrayList<>(start);
        var better = true;
        while (better) {
            better = false;
            for (var service : List.copyOf(start)) {
                better |= moved(order, service);
            }
        }
        return order;
    }

    private boolean moved(List<Integer> order, Integer service) {
        var from = order.indexOf(service);
        order.remove(from);
        var bestPlace = from;
        var bestGain = 0;
        var gain = gains(order, service);
        for (var place = 0; place <= order.size(); place++) {
            if (gain[place] - gain[from] < bestGain) {
                bestGain = gain[place] - gain[from];
                bestPlace = place;
            }
        }
        order.add(bestPlace, service);
        return bestGain < 0;
    }

    /** Stubs with the service at each place, up to a constant. */
    private int[] gains(List<Integer> others, int service) {
        var stubs = new int[others.size() + 1];
        for (var place = 0; place < others.size(); place++) {
            var passed = others.get(place);
            stubs[place + 1] =
                    stubs[place] - (graph.calls(service, passed) ? 1 : 0) + (graph.calls(passed, service) ? 1 : 0);
        }
        return stubs;
    }
}
