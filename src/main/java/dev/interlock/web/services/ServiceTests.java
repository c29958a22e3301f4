package dev.interlock.web.services;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Strip;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tests call a service. */
@Component
class ServiceTests {
    private static final int CELLS = 10;

    private final TestCases tests;
    private final TestHistory history;

    ServiceTests(TestCases tests, TestHistory history) {
        this.tests = tests;
        this.history = history;
    }

    /** A test with its last results. */
    record Row(TestCase test, @Nullable TestRecord record) {
        /** Its last result; draft or invalid when it cannot run. */
        public Status status() {
            if (record != null) {
                return Status.named(record.last());
            }
            return "READY".equals(test.state().name()) ? Status.NONE : Status.named(test.state());
        }

        /** Its last ten results. */
        public Strip strip() {
            return Strip.of(
                    record == null
                            ? List.of()
                            : record.strip().stream().map(Status::named).toList(),
                    CELLS);
        }
    }

    /** The tests that call each operation, by the operation's key. */
    Map<String, List<TestKey>> callers(ProjectId project, ServiceKey service) {
        return tests.callersOf(project, service);
    }

    List<Row> of(ProjectId project, ServiceKey service) {
        var keys = callers(project, service).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        var records = history.latest(project);
        return tests.all(project).stream()
                .filter(test -> keys.contains(test.key()))
                .map(test -> new Row(test, records.get(test.key().value())))
                .toList();
    }
}
