package dev.interlock.execution.book;

import dev.interlock.catalog.DeployedVersion;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.UnitTests;
import dev.interlock.catalog.Versions;
import dev.interlock.execution.carry.ItemResult;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.execution.queue.ItemJournal;
import dev.interlock.history.Outcome;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import dev.interlock.stub.Stub;
import dev.interlock.stub.Stubs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Looks before anything is sent: items that need a service that cannot be reached, has no address in the environment, or
 * is deployed in a version that failed its unit tests are BLOCKED. A stand-in makes up for any of these.
 */
@Component
class PreFlight {
    private static final int CHUNK = 500;

    private final Environments environments;
    private final Versions versions;
    private final Paths paths;
    private final Stubs stubs;
    private final ItemJournal journal;
    private final InstantSource clock;

    PreFlight(
            Environments environments,
            Versions versions,
            Paths paths,
            Stubs stubs,
            ItemJournal journal,
            InstantSource clock) {
        this.environments = environments;
        this.versions = versions;
        this.paths = paths;
        this.stubs = stubs;
        this.journal = journal;
        this.clock = clock;
    }

    /** What was seen before anything of a run is sent. */
    record Look(
            Environment environment,
            Map<ServiceKey, String> unreachable,
            Map<ServiceKey, String> unfit,
            Set<ServiceKey> stubbed,
            Map<PathKey, List<ServiceKey>> along) {}

    Look look(ProjectId project, PinnedRun pinned) {
        return new Look(
                pinned.place(),
                unreachable(project, pinned),
                unfit(project, pinned),
                stubs.of(project, pinned.place().key()).stream()
                        .map(Stub::service)
                        .collect(Collectors.toSet()),
                paths.all(project).stream().collect(Collectors.toMap(IntegrationPath::key, IntegrationPath::services)));
    }

    void block(ProjectId project, RunId run, Look look, List<NewItem> items) {
        var blocked = new LinkedHashMap<String, List<Integer>>();
        for (var item : items) {
            if (!item.isManual()) {
                obstacle(item, look)
                        .ifPresent(reason -> blocked.computeIfAbsent(reason, key -> new ArrayList<>())
                                .add(item.seq()));
            }
        }
        blocked.forEach((reason, seqs) -> settle(project, run, reason, seqs));
    }

    private static Optional<String> obstacle(NewItem item, Look look) {
        var called = item.targets().stream()
                .map(ServiceKey::new)
                .filter(service -> !look.stubbed().contains(service))
                .toList();
        var touched = Stream.concat(
                called.stream(),
                item.paths().stream()
                        .flatMap(path -> look.along().getOrDefault(path.path(), List.of()).stream())
                        .filter(service -> !look.stubbed().contains(service)));
        return called.stream()
                .flatMap(service -> unreachable(service, look).stream())
                .findFirst()
                .or(() -> touched.filter(look.unfit()::containsKey)
                        .map(service -> String.valueOf(look.unfit().get(service)))
                        .findFirst());
    }

    private static Optional<String> unreachable(ServiceKey service, Look look) {
        return look.environment().targets().containsKey(service)
                ? Optional.ofNullable(look.unreachable().get(service))
                : Optional.of(service + " has no address in the environment "
                        + look.environment().key() + ".");
    }

    private Map<ServiceKey, String> unreachable(ProjectId project, PinnedRun pinned) {
        var reasons = new TreeMap<ServiceKey, String>();
        for (var check : environments.check(project, pinned.place().key())) {
            if (!check.reachable()) {
                reasons.put(check.service(), check.service() + " cannot be reached: " + check.sentence());
            }
        }
        return reasons;
    }

    private Map<ServiceKey, String> unfit(ProjectId project, PinnedRun pinned) {
        var environment = pinned.place().key();
        return versions.matrix(project).stream()
                .filter(deployed ->
                        deployed.environment().equals(environment) && deployed.unitTests() == UnitTests.FAILED)
                .collect(Collectors.toMap(
                        DeployedVersion::service,
                        deployed -> deployed.service() + " " + deployed.version() + " failed its unit tests.",
                        (first, second) -> first,
                        TreeMap::new));
    }

    private void settle(ProjectId project, RunId run, String reason, List<Integer> seqs) {
        var result = ItemResult.unsent(Outcome.BLOCKED, clock.instant(), reason, null);
        for (var from = 0; from < seqs.size(); from += CHUNK) {
            journal.settle(
                    project, run, List.of("READY"), seqs.subList(from, Math.min(seqs.size(), from + CHUNK)), result);
        }
    }
}
