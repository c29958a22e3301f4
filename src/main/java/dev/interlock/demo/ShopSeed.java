package dev.interlock.demo;

import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Requirements;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.catalog.Target;
import dev.interlock.demo.shop.Shop;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Teams;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fills a project with the shop: its model, then its tests, then a month of results. */
@Component
class ShopSeed {
    static final String ENVIRONMENT = "demo";

    private static final Map<String, String> TEAMS =
            Map.of("storefront", "Storefront", "checkout", "Checkout", "delivery", "Delivery");

    private final Services services;
    private final Interfaces interfaces;
    private final Paths paths;
    private final Requirements requirements;
    private final Environments environments;
    private final Teams teams;
    private final ShopTestSeed tests;
    private final ShopHistory history;

    ShopSeed(
            Services services,
            Interfaces interfaces,
            Paths paths,
            Requirements requirements,
            Environments environments,
            Teams teams,
            ShopTestSeed tests,
            ShopHistory history) {
        this.services = services;
        this.interfaces = interfaces;
        this.paths = paths;
        this.requirements = requirements;
        this.environments = environments;
        this.teams = teams;
        this.tests = tests;
        this.history = history;
    }

    void fill(ProjectId project, Shop shop, Actor actor) {
        TEAMS.forEach((key, name) ->
                teams.put(project, new Teams.TeamDraft(key, name, List.of(), List.of()), IfMatch.any(), actor));
        for (var service : ShopModel.SERVICES) {
            services.put(project, service, IfMatch.any(), actor);
            interfaces.importDocument(
                    project, service.key(), "default", ShopCalendar.firstDocument(service.key()), actor);
        }
        place(project, shop, actor);
        ShopModel.REQUIREMENTS.forEach(one -> requirements.put(project, one, actor));
        ShopModel.PATHS.forEach(path -> paths.put(project, path, IfMatch.any(), actor));
        tests.fill(project, actor);
        history.fill(project, actor);
        tests.listen(project, actor);
    }

    /** Says where the services of the shop listen now, and opens exactly these ports. */
    void place(ProjectId project, Shop shop, Actor actor) {
        var key = new EnvironmentKey(ENVIRONMENT);
        var targets = shop.services().stream()
                .collect(Collectors.toMap(ServiceKey::new, name -> Target.at(shop.baseUrl(name))));
        environments.put(
                project,
                new EnvironmentDraft(key, "Demo", targets, Map.of(), Map.of(), false, true),
                IfMatch.any(),
                actor);
        var ports = shop.ports().values().stream().map(String::valueOf).collect(Collectors.joining(","));
        environments.setOpenings(project, key, List.of(new Opening("127.0.0.1/32", ports)), actor);
    }
}
