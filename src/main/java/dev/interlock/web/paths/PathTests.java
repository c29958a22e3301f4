package dev.interlock.web.paths;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.PathKey;
import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.DraftedTest;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tests exercise a path, and what they say of each of its hops. */
@Component
class PathTests {
    private static final int CELLS = 10;

    private final TestCases tests;
    private final Coverages coverages;
    private final TestHistory history;

    PathTests(TestCases tests, Coverages coverages, TestHistory history) {
        this.tests = tests;
        this.coverages = coverages;
        this.history = history;
    }

    /**
     * A test of the path.
     *
     * @param share of the path's hops it exercises, 0..1
     */
    record Row(
            TestCase test,
            double share,
            Status last,
            Strip strip,
            @Nullable TestRecord record) {}

    /** A hop with what its tests last said. */
    record HopRow(Hop hop, Status status, int tests) {
        /** Whether the caller does not wait. */
        public boolean async() {
            return hop.mode() == Mode.ASYNC;
        }
    }

    List<Row> of(ProjectId project, IntegrationPath path) {
        var cases = tests.all(project).stream().collect(Collectors.toMap(TestCase::key, Function.identity()));
        var records = history.latest(project);
        return covering(project, path).stream()
                .flatMap(coverage ->
                        Stream.ofNullable(cases.get(coverage.test())).map(test -> row(test, coverage, records)))
                .sorted(Comparator.comparing(Row::last)
                        .reversed()
                        .thenComparing(row -> row.test().name()))
                .toList();
    }

    /** Drafts a test over the path and answers what came of it, in words. */
    String draft(ProjectId project, PathKey path, Actor actor) {
        var drafted = tests.draft(project, path, actor);
        var runnable = drafted.stream().filter(DraftedTest::runnable).count();
        return drafted.size() + (drafted.size() == 1 ? " test was drafted, " : " tests were drafted, ") + runnable
                + " can run at once; the others say what to fill in.";
    }

    List<HopRow> hops(ProjectId project, PathRow row) {
        var records = history.latest(project);
        var covering = covering(project, row.path());
        return IntStream.range(0, row.path().hops().size())
                .mapToObj(i -> hop(row.path().hops().get(i), i, covering, records))
                .toList();
    }

    private HopRow hop(Hop hop, int index, List<Coverage> covering, Map<String, TestRecord> records) {
        var over = covering.stream()
                .filter(coverage -> coverage.hops().contains(index))
                .toList();
        return new HopRow(hop, worst(over, records), over.size());
    }

    private static Status worst(List<Coverage> over, Map<String, TestRecord> records) {
        var last = over.stream()
                .map(coverage -> records.get(coverage.test().value()))
                .filter(record -> record != null)
                .map(record -> Status.named(record.last()))
                .toList();
        return List.of(Status.FAILED, Status.BROKEN, Status.BLOCKED, Status.PASSED).stream()
                .filter(last::contains)
                .findFirst()
                .orElse(Status.UNTESTED);
    }

    private List<Coverage> covering(ProjectId project, IntegrationPath path) {
        return coverages.of(project).stream()
                .filter(coverage -> coverage.path().equals(path.key()))
                .toList();
    }

    private static Row row(TestCase test, Coverage coverage, Map<String, TestRecord> records) {
        var record = records.get(test.key().value());
        var strip = record == null
                ? Strip.of(List.of(), CELLS)
                : Strip.of(record.strip().stream().map(Status::named).toList(), CELLS);
        return new Row(
                test, coverage.share(), record == null ? Status.NONE : Status.named(record.last()), strip, record);
    }
}
