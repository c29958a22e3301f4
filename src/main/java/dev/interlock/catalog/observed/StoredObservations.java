package dev.interlock.catalog.observed;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.Observations;
import dev.interlock.catalog.ObservedIntegration;
import dev.interlock.catalog.ObservedPath;
import dev.interlock.catalog.ObservedService;
import dev.interlock.catalog.ObservedTraffic;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What traces show, read against the catalog. */
@Component
class StoredObservations implements Observations {
    private static final int WEEK = 7;
    private static final int MOST = 500;

    private final TrafficTable table;
    private final TrafficView view;
    private final Services services;
    private final Integrations integrations;
    private final KnownWays ways;

    StoredObservations(
            TrafficTable table, TrafficView view, Services services, Integrations integrations, KnownWays ways) {
        this.table = table;
        this.view = view;
        this.services = services;
        this.integrations = integrations;
        this.ways = ways;
    }

    @Override
    @Transactional
    public void add(ProjectId project, ObservedTraffic traffic) {
        table.add(project, traffic);
        table.forget(project);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObservedService> services(ProjectId project) {
        return view.services(project, registered(project));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObservedIntegration> integrations(ProjectId project) {
        var days = view.days(project);
        var all = days.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var newest = all.stream()
                .map(EdgeTraffic::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var oldest = all.stream()
                .map(EdgeTraffic::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var news = new NewsOfTraffic(newest, oldest);
        var span = span(all, newest);
        var operations = view.operations(project);
        var accepted = integrations.all(project).stream()
                .filter(edge -> edge.known().contains(Known.TRACE))
                .map(edge -> edge.consumer() + " -> " + edge.provider())
                .collect(Collectors.toSet());
        return days.entrySet().stream()
                .map(edge -> shown(
                        edge.getValue(),
                        newest,
                        span,
                        accepted.contains(edge.getKey()),
                        operations.getOrDefault(edge.getKey(), List.of()),
                        news))
                .sorted(Comparator.comparing(ObservedIntegration::hasNews).reversed())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ObservedPath> paths(ProjectId project, int limit) {
        var weight = view.pathWeight(project);
        Map<List<ServiceKey>, PathKey> known = ways.of(project);
        return view.paths(project, Math.clamp(limit, 1, MOST)).stream()
                .map(path -> new ObservedPath(
                        path.digest(),
                        path.entry(),
                        path.hops(),
                        path.traces(),
                        weight <= 0 ? 0 : 100 * path.weight() / weight,
                        path.first(),
                        path.last(),
                        known.get(KnownWays.services(path.hops()))))
                .toList();
    }

    @Override
    @Transactional
    public List<Integration> accept(ProjectId project, List<String> edges, Actor actor) {
        var wanted = Set.copyOf(edges);
        var kinds = view.services(project, Set.of()).stream()
                .collect(Collectors.toMap(ObservedService::key, ObservedService::kind));
        return integrations(project).stream()
                .filter(seen -> wanted.isEmpty()
                        ? !seen.accepted()
                        : wanted.contains(seen.consumer() + " -> " + seen.provider()))
                .map(seen -> {
                    register(project, seen.consumer(), kinds, actor);
                    register(project, seen.provider(), kinds, actor);
                    return integrations.learn(project, draft(seen), actor);
                })
                .toList();
    }

    private static IntegrationDraft draft(ObservedIntegration seen) {
        return new IntegrationDraft(seen.consumer(), seen.provider(), seen.protocols(), "", Set.of(Known.TRACE));
    }

    private void register(ProjectId project, ServiceKey key, Map<ServiceKey, ServiceKind> kinds, Actor actor) {
        if (services.find(project, key).isEmpty()) {
            var kind = kinds.getOrDefault(key, ServiceKind.INTERNAL);
            services.put(project, ServiceDraft.of(key, kind), IfMatch.none(), actor);
        }
    }

    private static ObservedIntegration shown(
            List<EdgeTraffic> days,
            LocalDate newest,
            Duration span,
            boolean accepted,
            List<ProtocolUse> protocols,
            NewsOfTraffic news) {
        var recent = days.stream()
                .filter(day -> day.day().isAfter(newest.minusDays(WEEK)))
                .reduce(EdgeTraffic::and);
        var week = recent.orElseGet(() -> days.stream().reduce(EdgeTraffic::and).orElseThrow());
        var watched = recent.isPresent() ? span : Duration.between(week.first(), week.last());
        var first = days.stream()
                .map(EdgeTraffic::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new ObservedIntegration(
                week.consumer(),
                week.provider(),
                accepted,
                protocols,
                week.calls(),
                week.weight() / Math.max(1, watched.toSeconds() / 60.0),
                100 * week.errorShare(),
                week.quantileMs(0.5),
                week.quantileMs(0.95),
                first,
                week.last(),
                news.of(days).orElse(null));
    }

    /** How long the newest week of the project has been watched. */
    private static Duration span(List<EdgeTraffic> all, LocalDate newest) {
        var week = all.stream()
                .filter(day -> day.day().isAfter(newest.minusDays(WEEK)))
                .reduce(EdgeTraffic::and)
                .orElseThrow();
        return Duration.between(week.first(), week.last());
    }

    private Set<ServiceKey> registered(ProjectId project) {
        return services.all(project).stream().map(Service::key).collect(Collectors.toSet());
    }
}
