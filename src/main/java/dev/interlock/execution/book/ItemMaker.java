package dev.interlock.execution.book;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.store.Json;
import dev.interlock.history.PathShare;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the items of a run: a test once for each row of its data, in the order chosen. */
@Component
class ItemMaker {
    private static final int LABEL = 120;

    private final TestCases tests;
    private final Coverages coverages;

    ItemMaker(TestCases tests, Coverages coverages) {
        this.tests = tests;
        this.coverages = coverages;
    }

    /** Which paths each test covers, read once for a run. */
    Map<TestKey, List<PathShare>> paths(ProjectId project) {
        return coverages.of(project).stream()
                .collect(Collectors.groupingBy(
                        Coverage::test,
                        Collectors.mapping(
                                one -> new PathShare(one.path(), one.share(), one.hops()), Collectors.toList())));
    }

    /**
     * Items of some of the tests chosen. Tests that are carried out elsewhere, and drafts, make none.
     *
     * @param from number of the first item
     */
    List<NewItem> items(
            ProjectId project,
            Chosen chosen,
            List<Chosen.ChosenTest> some,
            Map<TestKey, List<PathShare>> paths,
            int from) {
        var keys = some.stream().map(Chosen.ChosenTest::key).toList();
        var contents = tests.pin(project, keys).stream().collect(Collectors.toMap(PinnedTest::key, test -> test));
        var hasPins = chosen.hasPins();
        var items = new ArrayList<NewItem>();
        for (var one : some) {
            var test = contents.get(one.key());
            if (test != null && isCarriedOutHere(test)) {
                var mustRun = !hasPins || one.pinned();
                add(items, from, test, one, paths.getOrDefault(one.key(), List.of()), mustRun);
            }
        }
        return items;
    }

    private static boolean isCarriedOutHere(PinnedTest test) {
        return test.kind() == TestKind.MANUAL || (test.kind() == TestKind.WORKFLOW && test.state() == TestState.READY);
    }

    private static void add(
            List<NewItem> items,
            int from,
            PinnedTest test,
            Chosen.ChosenTest one,
            List<PathShare> paths,
            boolean mustRun) {
        var payload = Json.write(test);
        var digest = RunKeys.hash(payload).substring(0, 16);
        var targets = targets(test);
        var rows = test.kind() == TestKind.MANUAL ? 0 : test.rows().size();
        for (var row = 0; row < Math.max(1, rows); row++) {
            items.add(new NewItem(
                    from + items.size(),
                    test,
                    digest,
                    payload,
                    rows == 0 ? null : row + 1,
                    rows == 0 ? null : label(row + 1, test.rows().get(row)),
                    paths,
                    one.reason(),
                    mustRun,
                    targets));
        }
    }

    private static List<String> targets(PinnedTest test) {
        var called = test.operations().isEmpty()
                ? Set.copyOf(test.sources().values())
                : test.operations().keySet();
        return called.stream().map(ServiceKey::value).sorted().toList();
    }

    private static String label(int number, Map<String, @Nullable Object> row) {
        var values = new TreeMap<>(row)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
        var label = "row " + number + ": " + values;
        return label.length() <= LABEL ? label : label.substring(0, LABEL - 1) + "…";
    }
}
