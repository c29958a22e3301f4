package dev.interlock.ingest.landscape;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.ingest.Guess;
import dev.interlock.ingest.ImportAnswer;
import dev.interlock.ingest.ImportWish;
import dev.interlock.ingest.landscape.Landscape.Dependency;
import dev.interlock.ingest.landscape.Landscape.Edge;
import dev.interlock.ingest.landscape.Landscape.Found;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Teams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds what descriptions of deployments tell, all of it or nothing; what is there is never changed. */
@Component
public class LandscapeImport {
    private static final int MIDDLE = 3;

    private final Services services;
    private final Integrations integrations;
    private final Teams teams;
    private final UndoTable undo;

    LandscapeImport(Services services, Integrations integrations, Teams teams, UndoTable undo) {
        this.services = services;
        this.integrations = integrations;
        this.teams = teams;
        this.undo = undo;
    }

    /** What was read and is used by name. */
    public record Read(ImportAnswer answer, Set<String> usedFiles) {}

    /** What happens to the project. */
    private record Sorting(
            List<String> added, List<String> matched, List<String> leftAlone, List<Guess> guesses, Added done) {}

    /**
     * Reads all files together.
     *
     * @param refused takes a finding for each file that cannot be read
     */
    @Transactional
    public Read read(ProjectId project, LandscapeFiles files, ImportWish wish, List<Finding> refused, Actor actor) {
        var known = services.all(project).stream().collect(Collectors.toMap(Service::key, Function.identity()));
        var found = new LandscapeReader(refused).read(files, known.keySet());
        var sorting =
                new Sorting(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Added());
        teams(project, found, sorting, wish, actor);
        found.services.values().forEach(one -> service(project, one, known, sorting, wish, actor));
        dependencies(project, found, sorting, wish, actor);
        known.keySet().stream()
                .filter(key -> !found.services.containsKey(key))
                .sorted()
                .forEach(key -> sorting.leftAlone().add("service " + key));
        var stored = wish.dryRun() || sorting.done().isEmpty()
                ? null
                : undo.add(project, files.kind(), sorting.done(), actor);
        return new Read(
                new ImportAnswer(
                        files.kind(),
                        counts(found),
                        sorting.added(),
                        List.of(),
                        sorting.matched(),
                        sorting.leftAlone(),
                        found.findings,
                        sorting.guesses(),
                        stored),
                found.usedFiles);
    }

    private static Map<String, Integer> counts(Landscape found) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("services", found.services.size());
        counts.put("integrations", (int)
                found.dependencies.values().stream().filter(one -> !one.guess()).count());
        counts.put("guesses", (int)
                found.dependencies.values().stream().filter(Dependency::guess).count());
        counts.put("teams", found.teams.size());
        counts.putAll(found.counts);
        return counts;
    }

    private void teams(ProjectId project, Landscape found, Sorting sorting, ImportWish wish, Actor actor) {
        var known = teams.all(project).stream().map(team -> team.key()).collect(Collectors.toSet());
        found.teams.forEach((key, name) -> {
            if (known.contains(key)) {
                sorting.matched().add("team " + key);
                return;
            }
            sorting.added().add("team " + key);
            if (!wish.dryRun()) {
                var draft = new Teams.TeamDraft(key, name, List.of(), List.of());
                sorting.done()
                        .teams
                        .put(
                                key,
                                teams.put(project, draft, IfMatch.none(), actor).version());
            }
        });
    }

    private void service(
            ProjectId project,
            Found one,
            Map<ServiceKey, Service> known,
            Sorting sorting,
            ImportWish wish,
            Actor actor) {
        if (known.containsKey(one.key())) {
            sorting.matched().add("service " + one.key());
            return;
        }
        sorting.added().add("service " + one.key() + " (" + one.kind() + "), derived from " + one.from());
        if (!wish.dryRun()) {
            var draft = new ServiceDraft(
                    one.key(), one.name(), one.kind(), one.owner(), MIDDLE, derived(one.from()), List.of());
            var stored = services.put(project, draft, IfMatch.none(), actor);
            sorting.done().services.put(one.key().value(), stored.version());
        }
    }

    private void dependencies(ProjectId project, Landscape found, Sorting sorting, ImportWish wish, Actor actor) {
        var known = integrations.all(project).stream()
                .map(one -> new Edge(one.consumer(), one.provider()))
                .collect(Collectors.toSet());
        for (var one : found.dependencies.values()) {
            var edge = one.edge();
            var name = "integration " + edge.consumer() + " -> " + edge.provider();
            if (known.contains(edge)) {
                sorting.matched().add(name);
                continue;
            }
            if (guessed(one, sorting, wish)) {
                continue;
            }
            sorting.added().add(name + ", derived from " + one.from());
            if (!wish.dryRun()) {
                var stored = store(project, one, actor);
                sorting.done().integrations.put(edge.consumer() + ":" + edge.provider(), stored.version());
            }
        }
    }

    /** Notes a guess; tells whether it stays one. */
    private static boolean guessed(Dependency one, Sorting sorting, ImportWish wish) {
        if (!one.guess()) {
            return false;
        }
        var guess = new Guess(one.edge().consumer(), one.edge().provider(), one.from(), false);
        var accepted = wish.accepts(guess.name());
        sorting.guesses().add(new Guess(guess.consumer(), guess.provider(), guess.from(), accepted));
        return !accepted;
    }

    private Integration store(ProjectId project, Dependency one, Actor actor) {
        var draft = new IntegrationDraft(
                one.edge().consumer(), one.edge().provider(), List.of(), derived(one.from()), Set.of(one.known()));
        return integrations.put(project, draft, IfMatch.none(), actor);
    }

    private static String derived(String from) {
        var text = "Derived from " + from + ".";
        return text.length() <= 2_000 ? text : text.substring(0, 1_999) + "…";
    }
}
