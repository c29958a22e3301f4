package dev.interlock.catalog.readiness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A directed graph of numbered services: an arc leads from a service to one it calls. Arcs to itself are left out. */
final class ServiceGraph {
    private final List<BitSet> called = new ArrayList<>();
    private final List<BitSet> callers = new ArrayList<>();

    ServiceGraph(int services) {
        for (var i = 0; i < services; i++) {
            called.add(new BitSet());
            callers.add(new BitSet());
        }
    }

    void arc(int caller, int provider) {
        if (caller != provider) {
            called.get(caller).set(provider);
            callers.get(provider).set(caller);
        }
    }

    int size() {
        return called.size();
    }

    boolean calls(int caller, int provider) {
        return called.get(caller).get(provider);
    }

    BitSet called(int service) {
        return called.get(service);
    }

    BitSet callers(int service) {
        return callers.get(service);
    }

    /** How many arcs lead to a service that comes later: each is a stub at some time. */
    int stubbed(List<Integer> order) {
        var seen = new BitSet();
        var stubbed = 0;
        for (var service : order) {
            seen.set(service);
            var waiting = (BitSet) called.get(service).clone();
            waiting.andNot(seen);
            stubbed += waiting.cardinality();
        }
        return stubbed;
    }

    /** The strongly connected components, providers before their callers (Tarjan, without recursion). */
    List<List<Integer>> components() {
        return new Components().all();
    }

    private final class Components {
        private final int[] index = new int[size()];
        private final int[] low = new int[size()];
        private final int[] next = new int[size()];
        private final BitSet open = new BitSet();
        private final ArrayDeque<Integer> path = new ArrayDeque<>();
        private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
        private final List<List<Integer>> found = new ArrayList<>();
        private int counter;

        List<List<Integer>> all() {
            Arrays.fill(index, -1);
            for (var i = 0; i < size(); i++) {
                if (index[i] < 0) {
                    walk(i);
                }
            }
            return found;
        }

        private void walk(int start) {
            enter(start);
            while (!path.isEmpty()) {
                var here = path.getLast();
                var provider = called.get(here).nextSetBit(next[here]);
                if (provider < 0) {
                    leave(here);
                } else {
                    next[here] = provider + 1;
                    if (index[provider] < 0) {
                        enter(provider);
                    } else if (open.get(provider)) {
                        low[here] = Math.min(low[here], index[provider]);
                    }
                }
            }
        }

        private void enter(int service) {
            index[service] = low[service] = counter++;
            open.set(service);
            path.addLast(service);
            waiting.addLast(service);
        }

        private void leave(int service) {
            path.removeLast();
            if (!path.isEmpty()) {
                low[path.getLast()] = Math.min(low[path.getLast()], low[service]);
            }
            if (low[service] == index[service]) {
                close(service);
            }
        }

        private void close(int root) {
            var component = new ArrayList<Integer>();
            int service;
            do {
                service = waiting.removeLast();
                open.clear(service);
                component.add(service);
            } while (service != root);
            component.sort(null);
            found.add(component);
        }
    }
}
