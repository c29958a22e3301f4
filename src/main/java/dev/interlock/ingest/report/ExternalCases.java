package dev.interlock.ingest.report;

import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The EXTERNAL test cases that reported cases stand for. */
@Component
class ExternalCases {
    private final TestCases cases;
    private final Coverages coverages;

    ExternalCases(TestCases cases, Coverages coverages) {
        this.cases = cases;
        this.coverages = coverages;
    }

    /** What they cover, by key and by name. */
    Map<String, List<Coverage>> coverage(ProjectId project) {
        var covered = coverages.of(project).stream().collect(Collectors.groupingBy(Coverage::test));
        var external = new HashMap<String, List<Coverage>>();
        for (TestCase test : cases.all(project)) {
            var ofTest = covered.get(test.key());
            if (test.kind() == TestKind.EXTERNAL && ofTest != null) {
                external.put(test.key().value(), ofTest);
                external.put(test.name(), ofTest);
            }
        }
        return external;
    }
}
