package dev.interlock.plan;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Paths;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverages;
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
    private final Coverages coverages;

    ScopeTests(TestCases tests, Suites suites, Paths paths, Coverages coverages) {
        this.tests = tests;
        this.suites = suites;
        this.paths = paths;
        this.coverages = coverages;
    }

    List<TestCase> of(ProjectId project, PlanValues values) {
        var scope = values.scope();
        var named = named(project, scope, values.pins());
        var query = scope.query() == null || scope.query().isBlank() ? null : TestQuery.parse(scope.query());
        named.addAll(overChanged(project, scope));
        var found = scope.isEverything() || query != null ? tests.all(project) : tests.of(project, List.copyOf(named));
        return found.stream()
                .filter(test -> test.state() == TestState.READY)
                .filter(test ->
                        scope.isEverything() || named.contains(test.key()) || (query != null && query.matches(test)))
                .toList();
    }

    private Set<TestKey> named(ProjectId project, Scope scope, Set<TestKey> pins) {
        var named = new HashSet<>(pins);
        named.addAll(scope.tests());
        scope.suites().forEach(suite -> named.addAll(suites.expand(project, suite)));
        return named;
    }

    private Set<TestKey> overChanged(ProjectId project, Scope scope) {
        var changed = scope.changed().stream()
                .flatMap(service -> paths.through(project, service).stream())
                .map(IntegrationPath::key)
                .collect(Collectors.toSet());
        var found = new HashSet<>(coverages.over(project, changed));
        found.addAll(coverages.calling(project, Set.copyOf(scope.changed())));
        return found;
    }
}
