package dev.interlock.ingest.landscape;

import dev.interlock.catalog.Known;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What documents tell of services, gathered from all of them. */
final class Landscape {
    private static final int MOST_FINDINGS = 500;

    final Map<ServiceKey, Found> services = new LinkedHashMap<>();
    final Map<Edge, Dependency> dependencies = new LinkedHashMap<>();
    final Map<String, String> teams = new LinkedHashMap<>();
    final Map<String, Integer> counts = new LinkedHashMap<>();
    final List<Finding> findings = new ArrayList<>();
    final Set<String> usedFiles = new LinkedHashSet<>();

    /** A service as a document has it; from tells where. */
    record Found(ServiceKey key, String name, ServiceKind kind, String owner, String from) {}

    /** Who depends on whom. */
    record Edge(ServiceKey consumer, ServiceKey provider) {}

    /** A dependency; a guess unless a document says it. */
    record Dependency(Edge edge, String from, boolean guess, Known known) {
        Dependency and(Dependency other) {
            if (guess != other.guess) {
                return guess ? other : this;
            }
            return from.contains(other.from) || from.length() > 1_000
                    ? this
                    : new Dependency(edge, from + "; " + other.from, guess, known);
        }
    }

    ServiceKey service(String name, ServiceKind kind, String owner, String from) {
        var key = key(name);
        var cut = name.length() <= 120 ? name : name.substring(0, 119) + "…";
        services.putIfAbsent(key, new Found(key, cut, kind, owner, from));
        return key;
    }

    void dependency(String consumer, String provider, String from, boolean guess, Known known) {
        var edge = new Edge(key(consumer), key(provider));
        if (!edge.consumer().equals(edge.provider())) {
            dependencies.merge(edge, new Dependency(edge, from, guess, known), Dependency::and);
        }
    }

    /** The key of a team, which becomes known. */
    String team(String name, String title) {
        var key = Keys.propose(name);
        teams.putIfAbsent(key, title.length() <= 100 ? title : title.substring(0, 99) + "…");
        return key;
    }

    void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    void note(Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    static ServiceKey key(String name) {
        return new ServiceKey(Keys.propose(name));
    }
}
