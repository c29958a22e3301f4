package dev.interlock.testcase.store;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.InterfaceRevision;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.CoverageChanged;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.coverage.CoverageRule;
import dev.interlock.testcase.coverage.Landscape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what test cases cover in step with their calls, with the paths, and with what people named. */
@Component
class CoverageBook implements Coverages {
    private final CoverageTable table;
    private final RevisionTable revisions;
    private final Paths paths;
    private final Interfaces interfaces;
    private final ApplicationEventPublisher news;

    CoverageBook(
            CoverageTable table,
            RevisionTable revisions,
            Paths paths,
            Interfaces interfaces,
            ApplicationEventPublisher news) {
        this.table = table;
        this.revisions = revisions;
        this.paths = paths;
        this.interfaces = interfaces;
        this.news = news;
    }

    @Override
    public List<Coverage> of(ProjectId project) {
        return table.all(project);
    }

    @Override
    public List<Coverage> of(ProjectId project, TestKey test) {
        return table.of(project, test);
    }

    @Override
    public List<Coverage> of(ProjectId project, List<TestKey> tests) {
        return table.of(project, tests);
    }

    @Override
    public Set<TestKey> over(ProjectId project, Set<PathKey> paths) {
        return paths.isEmpty() ? Set.of() : table.over(project, paths);
    }

    @Override
    public Set<TestKey> calling(ProjectId project, Set<ServiceKey> services) {
        return services.isEmpty() ? Set.of() : revisions.calling(project, services);
    }

    /** Works out what one test case covers. */
    void renew(ProjectId project, TestKey test, Map<ServiceKey, List<String>> calls, DeclaredCover declared) {
        var all = paths.all(project);
        var before = table.of(project, test);
        var after = new ArrayList<Coverage>();
        var landscape = landscape(project, all);
        all.forEach(path -> cover(test, path, calls, declared, landscape).ifPresent(after::add));
        if (!before.equals(after)) {
            table.clear(project, test);
            after.forEach(coverage -> table.add(project, coverage));
            tell(project, before, after);
        }
    }

    /** Forgets what a test case covered. */
    void forget(ProjectId project, TestKey test) {
        var before = table.of(project, test);
        table.clear(project, test);
        tell(project, before, List.of());
    }

    /** Works out who covers a path, and the paths that leave the same services. */
    void renew(ProjectId project, PathKey changed) {
        var all = paths.all(project);
        var touched = sharing(all, changed);
        var keys = touched.stream().map(IntegrationPath::key).collect(Collectors.toCollection(LinkedHashSet::new));
        keys.add(changed);
        var before = table.of(project, keys);
        var after = cover(project, touched, landscape(project, all));
        if (!before.equals(after)) {
            table.clear(project, keys);
            after.forEach(coverage -> table.add(project, coverage));
            tell(project, before, after);
        }
    }

    /** Forgets a path. */
    void drop(ProjectId project, PathKey path) {
        table.forget(project, path);
        table.clear(project, List.of(path));
    }

    private List<Coverage> cover(ProjectId project, List<IntegrationPath> touched, Landscape landscape) {
        var declared = table.declared(project);
        var calls = revisions.calls(project);
        var tests = new TreeSet<>(calls.keySet());
        tests.addAll(declared.keySet());
        var covered = new ArrayList<Coverage>();
        for (var test : tests) {
            var said = declared.getOrDefault(test, DeclaredCover.NOTHING);
            var called = calls.getOrDefault(test, Map.of());
            touched.forEach(path -> cover(test, path, called, said, landscape).ifPresent(covered::add));
        }
        return covered;
    }

    private static Optional<Coverage> cover(
            TestKey test,
            IntegrationPath path,
            Map<ServiceKey, List<String>> calls,
            DeclaredCover declared,
            Landscape landscape) {
        var hops = hops(path, calls, declared, landscape);
        return hops.isEmpty()
                ? Optional.empty()
                : Optional.of(new Coverage(
                        test,
                        path.key(),
                        hops,
                        (double) hops.size() / path.hops().size()));
    }

    private static Set<Integer> hops(
            IntegrationPath path, Map<ServiceKey, List<String>> calls, DeclaredCover declared, Landscape landscape) {
        if (declared.paths().contains(path.key())) {
            return CoverageRule.named(path, calls, landscape);
        }
        return !declared.corrected() && touches(path, calls) ? CoverageRule.hops(path, calls, landscape) : Set.of();
    }

    private static boolean touches(IntegrationPath path, Map<ServiceKey, List<String>> calls) {
        return path.services().stream().anyMatch(calls::containsKey);
    }

    private Landscape landscape(ProjectId project, List<IntegrationPath> all) {
        var described =
                interfaces.all(project).stream().map(InterfaceRevision::service).collect(Collectors.toSet());
        return Landscape.of(described, all);
    }

    private static List<IntegrationPath> sharing(List<IntegrationPath> all, PathKey changed) {
        var consumers = all.stream()
                .filter(path -> path.key().equals(changed))
                .flatMap(path -> path.hops().stream())
                .map(Hop::consumer)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(path -> path.hops().stream().map(Hop::consumer).anyMatch(consumers::contains))
                .toList();
    }

    private void tell(ProjectId project, Collection<Coverage> before, Collection<Coverage> after) {
        var changed = new LinkedHashSet<PathKey>();
        before.stream().filter(one -> !after.contains(one)).forEach(one -> changed.add(one.path()));
        after.stream().filter(one -> !before.contains(one)).forEach(one -> changed.add(one.path()));
        if (!changed.isEmpty()) {
            news.publishEvent(new CoverageChanged(project, changed));
        }
    }
}
