package dev.interlock.web.map;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Blame;
import dev.interlock.history.ProblemGroup;
import dev.interlock.web.map.MapLayout.Wire;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.view.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What last came of each integration and service: a fault that is laid at one hop counts there and nowhere else on the
 * paths over it.
 */
final class LastResults {
    private static final List<Status> WORST_FIRST =
            List.of(Status.FAILED, Status.BROKEN, Status.BLOCKED, Status.PASSED, Status.UNKNOWN);

    private final Landscape landscape;
    private final Map<String, List<PathRow>> byWire;

    LastResults(Landscape landscape) {
        this.landscape = landscape;
        this.byWire = landscape.pathsByWire();
    }

    /** PASSED, FAILED, BROKEN or BLOCKED; UNKNOWN when its paths failed elsewhere; NONE before the first result. */
    Status of(Wire wire) {
        if (blames().anyMatch(blame -> isAt(blame, wire))) {
            return Status.FAILED;
        }
        var paths = byWire.getOrDefault(wire.consumer() + " -> " + wire.provider(), List.of()).stream()
                .filter(row -> row.latest() != Status.NONE)
                .sorted(Comparator.comparing(LastResults::at).reversed())
                .toList();
        return paths.stream()
                .filter(row -> row.latest() == Status.PASSED || !failedElsewhere(row, wire))
                .map(PathRow::latest)
                .findFirst()
                .orElse(paths.isEmpty() ? Status.NONE : Status.UNKNOWN);
    }

    /** The worst of what is called of it; of a service nobody calls, whether anything it calls passed. */
    Status of(ServiceKey service) {
        if (blames().anyMatch(
                        blame -> blame.consumer() == null && blame.provider().equals(service))) {
            return Status.FAILED;
        }
        var into = landscape.wires().stream()
                .filter(wire -> wire.provider().equals(service))
                .map(this::of)
                .toList();
        if (!into.isEmpty()) {
            return first(WORST_FIRST, into);
        }
        var from = landscape.wires().stream()
                .filter(wire -> wire.consumer().equals(service))
                .map(this::of)
                .toList();
        return from.contains(Status.PASSED) ? Status.PASSED : first(WORST_FIRST, from);
    }

    private static Status first(List<Status> order, List<Status> among) {
        return order.stream().filter(among::contains).findFirst().orElse(Status.NONE);
    }

    /** Hops and services that failures are laid at with certainty. */
    private Stream<Blame> blames() {
        return landscape.problems().stream()
                .map(ProblemGroup::blame)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(Blame::isCertain);
    }

    private boolean failedElsewhere(PathRow row, Wire wire) {
        return landscape.problems().stream()
                .filter(problem -> problem.paths().contains(row.path().key()))
                .map(ProblemGroup::blame)
                .anyMatch(blame -> blame != null && blame.isCertain() && !isAt(blame, wire));
    }

    private static boolean isAt(Blame blame, Wire wire) {
        return blame.isOneHop()
                && wire.consumer().equals(blame.consumer())
                && wire.provider().equals(blame.provider());
    }

    private static Instant at(PathRow row) {
        return Objects.requireNonNullElse(row.lastAt(), Instant.EPOCH);
    }
}
