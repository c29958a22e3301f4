package dev.interlock.ingest.report;

import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.ResultRule.Subject;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Refuses rules that cannot hold, naming every fault. */
@Component
class RuleChecks {
    private static final int MOST = 500;
    private static final int LONGEST = 500;

    private final Paths paths;
    private final TestCases tests;

    RuleChecks(Paths paths, TestCases tests) {
        this.paths = paths;
        this.tests = tests;
    }

    void refuseUnlessSound(ProjectId project, List<ResultRule> rules) {
        var faults = new ArrayList<Finding>();
        if (rules.size() > MOST) {
            faults.add(Finding.error("rules", "There are " + rules.size() + ".", "Use at most " + MOST + "."));
        }
        var known = paths.all(project).stream().map(IntegrationPath::key).collect(Collectors.toSet());
        for (var i = 0; i < Math.min(rules.size(), MOST); i++) {
            checkSubject("rules[" + i + "]", rules.get(i), faults);
            checkTarget(project, "rules[" + i + "]", rules.get(i), known, faults);
        }
        if (!faults.isEmpty()) {
            throw IngestProblem.RULES_ARE_REFUSED.because(
                    "The rules are refused: " + faults.getFirst().where() + ": "
                            + faults.getFirst().problem(),
                    faults);
        }
    }

    private static void checkSubject(String where, ResultRule rule, List<Finding> faults) {
        if (rule.pattern().isBlank() || rule.pattern().length() > LONGEST) {
            faults.add(Finding.error(
                    where + ".pattern", "It is empty or too long.", "Use 1 to " + LONGEST + " characters."));
        }
        if ((rule.subject() == Subject.PROPERTY) == rule.property().isBlank()
                || rule.property().length() > LONGEST) {
            faults.add(Finding.error(
                    where + ".property",
                    "A rule on a property names it; other rules name none.",
                    "Give the name of the property with the subject PROPERTY."));
        }
    }

    private void checkTarget(
            ProjectId project, String where, ResultRule rule, Set<PathKey> known, List<Finding> faults) {
        var path = rule.path();
        var test = rule.test();
        if ((path == null) == (test == null)) {
            faults.add(Finding.error(
                    where, "It leads to no path and no test case, or to both.", "Give either a path or a test."));
        } else if (path != null && !known.contains(path)) {
            faults.add(Finding.error(where + ".path", "There is no path \"" + path + "\".", "Use a key of the list."));
        } else if (test != null && !isExternal(project, test)) {
            faults.add(Finding.error(
                    where + ".test",
                    "There is no test case \"" + test + "\" that is carried out elsewhere.",
                    "Use the key of a test case of the kind EXTERNAL."));
        }
    }

    private boolean isExternal(ProjectId project, TestKey test) {
        return tests.find(project, test)
                .filter(one -> one.kind() == TestKind.EXTERNAL)
                .isPresent();
    }
}
