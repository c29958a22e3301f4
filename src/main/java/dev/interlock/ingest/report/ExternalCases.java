package dev.interlock.ingest.report;

import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Those of a project as they are now. */
    Known of(ProjectId project) {
        var byWord = new HashMap<String, TestKey>();
        var tests = cases.all(project).stream()
                .filter(test -> test.kind() == TestKind.EXTERNAL)
                .toList();
        tests.forEach(test -> byWord.put(test.name(), test.key()));
        tests.forEach(test -> byWord.put(test.key().value(), test.key()));
        var covered = byWord.isEmpty()
                ? Map.<TestKey, List<Coverage>>of()
                : coverages.of(project).stream().collect(Collectors.groupingBy(Coverage::test));
        return new Known(byWord, covered);
    }

    /** EXTERNAL test cases by key and by name, and what each covers. */
    record Known(Map<String, TestKey> byWord, Map<TestKey, List<Coverage>> covered) {

        /** The test case whose key or name is the id, the name or a label of a reported case. */
        Optional<TestKey> test(ReportedCase reported) {
            if (byWord.isEmpty()) {
                return Optional.empty();
            }
            return Stream.concat(Stream.of(reported.identity(), reported.name()), reported.labels().stream())
                    .map(byWord::get)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        List<Coverage> coverage(TestKey test) {
            return covered.getOrDefault(test, List.of());
        }
    }
}
