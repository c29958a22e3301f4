package dev.interlock.plan;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestQuery;
import dev.interlock.testcase.TestState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the tests of a scope that can run: ready ones, and those that are pinned. */
@Component
class ScopeTests {
    private final TestCases tests;
    private final Suites suites;
    private final Paths paths;

    ScopeTests(TestCases tests, Suites suites, Paths paths) {
        this.tests = tests;
        this.suites = suites;
        this.paths = paths;
    }

    List<TestCase> of(ProjectId project, PlanValues values) {
        var scope = values.scope();
        var named = named(project, scope, values.pins());
        var query = scope.query() == null || scope.query().isBlank() ? null : TestQuery.parse(scope.query());
        var changed = throughChanged(project, scope);
        return tests.all(project).stream()
                .filter(test -> test.state() == TestState.READY)
                .filter(test -> scope.isEverything()
                        || named.contains(test.key())
                        || (query != null && query.matches(test))
                        || test.covers().stream().anyMatch(changed::contains))
                .toList();
    }

    private Set<TestKey> named(ProjectId project, Scope scope, Set<TestKey> pins) {
        var named = new HashSet<>(pins);
        named.addAll(scope.tests());
        scope.suites().forEach(suite -> named.addAll(suites.expand(project, suite)));
        return named;
    }

    private Set<PathKey> throughChanged(ProjectId project, Scope scope) {
        if (scope.changed().isEmpty()) {
            return Set.of();
        }
        var changed = Set.<ServiceKey>copyOf(scope.changed());
        return paths.all(project).stream()
                .filter(path -> path.services().stream().anyMatch(changed::contains))
                .map(IntegrationPath::key)
                .collect(Collectors.toSet());
    }
}
