package dev.interlock.plan;

import dev.interlock.catalog.EndState;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.Readiness;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.Candidate.CoveredPath;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Sets tests apart that need a service which failed its unit tests or is unreachable; where only what is ready is wanted,
 * also those that need one of which too little is known.
 */
@Component
class Blockers {
    private final Readiness readiness;
    private final Paths paths;

    Blockers(Readiness readiness, Paths paths) {
        this.readiness = readiness;
        this.paths = paths;
    }

    Map<TestKey, String> of(
            ProjectId project, PlanValues values, List<TestCase> tests, Map<TestKey, List<CoveredPath>> covered) {
        var environment = values.environment();
        if (environment == null) {
            return Map.of();
        }
        var down = down(project, environment, values.scope().onlyReady());
        return down.isEmpty() ? Map.of() : blocked(tests, covered, blockedPaths(project, down));
    }

    private Map<ServiceKey, String> down(ProjectId project, EnvironmentKey environment, boolean onlyReady) {
        var down = new HashMap<ServiceKey, String>();
        readiness.services(project, environment).forEach((service, state) -> {
            if (state == EndState.UNIT_TESTS_FAILED) {
                down.put(service, service + " failed its unit tests");
            } else if (state == EndState.UNREACHABLE) {
                down.put(service, service + " is unreachable");
            } else if (onlyReady) {
                state.missing().ifPresent(missing -> down.put(service, service + " is not ready: " + missing));
            }
        });
        return down;
    }

    private Map<PathKey, String> blockedPaths(ProjectId project, Map<ServiceKey, String> down) {
        var blocked = new HashMap<PathKey, String>();
        for (var path : paths.all(project)) {
            path.services().stream()
                    .map(down::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(reason -> blocked.put(path.key(), reason));
        }
        return blocked;
    }

    private static Map<TestKey, String> blocked(
            List<TestCase> tests, Map<TestKey, List<CoveredPath>> covered, Map<PathKey, String> paths) {
        var blocked = new HashMap<TestKey, String>();
        for (var test : tests) {
            covered.getOrDefault(test.key(), List.of()).stream()
                    .map(one -> paths.get(one.path()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(reason -> blocked.put(test.key(), reason));
        }
        return blocked;
    }
}
