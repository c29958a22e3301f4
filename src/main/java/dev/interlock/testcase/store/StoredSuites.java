package dev.interlock.testcase.store;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.AuditLog;
import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteDraft;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestQuery;
import dev.interlock.testcase.suite.SuiteNesting;
import dev.interlock.testcase.suite.SuiteTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suites in the database. */
@Component
class StoredSuites implements Suites {
    private static final int MOST = 2_000;
    private static final int MOST_MEMBERS = 20_000;

    private final SuiteTable table;
    private final TestCaseTable cases;
    private final TestCaseWriter writer;
    private final AuditLog audit;

    StoredSuites(SuiteTable table, TestCaseTable cases, TestCaseWriter writer, AuditLog audit) {
        this.table = table;
        this.cases = cases;
        this.writer = writer;
        this.audit = audit;
    }

    @Override
    public List<Suite> all(ProjectId project) {
        return table.all(project);
    }

    @Override
    public Optional<Suite> find(ProjectId project, SuiteKey key) {
        return table.all(project).stream()
                .filter(suite -> suite.key().equals(key))
                .findFirst();
    }

    @Override
    @Transactional
    public Suite put(ProjectId project, SuiteKey key, SuiteDraft draft, IfMatch seen, Actor actor) {
        writer.hold(project);
        var all = table.all(project);
        var present = all.stream().filter(suite -> suite.key().equals(key)).findFirst();
        present.ifPresent(suite -> seen.check("suite", suite.version()));
        refuseUnlessSound(project, key, draft, all);
        var version = present.map(Suite::version).orElse(0L) + 1;
        var suite = new Suite(
                key,
                draft.name().strip(),
                draft.tests().stream().distinct().toList(),
                draft.suites().stream().distinct().toList(),
                draft.query().strip(),
                version);
        table.write(project, suite);
        audit.record(
                project,
                actor,
                "suite.put",
                "suite/" + key,
                present.map(Suite::name).orElse(null),
                suite.name());
        return suite;
    }

    @Override
    @Transactional
    public void delete(ProjectId project, SuiteKey key, IfMatch seen, Actor actor) {
        writer.hold(project);
        var suite = find(project, key).orElseThrow(() -> unknown(key));
        seen.check("suite", suite.version());
        var holders = table.all(project).stream()
                .filter(other -> other.suites().contains(key))
                .map(other -> other.key().value())
                .toList();
        if (!holders.isEmpty()) {
            throw TestCaseProblem.SUITE_IS_USED.because(
                    "The suite \"" + key + "\" is part of " + String.join(", ", holders) + ".");
        }
        table.delete(project, key);
        audit.record(project, actor, "suite.delete", "suite/" + key, suite.name(), null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TestKey> expand(ProjectId project, SuiteKey key) {
        var suites = new LinkedHashMap<SuiteKey, Suite>();
        table.all(project).forEach(suite -> suites.put(suite.key(), suite));
        if (!suites.containsKey(key)) {
            throw unknown(key);
        }
        return new SuiteTree(suites, cases.all(project)).expand(key);
    }

    private void refuseUnlessSound(ProjectId project, SuiteKey key, SuiteDraft draft, List<Suite> all) {
        var faults = new Faults();
        var tests = cases.all(project).stream().map(TestCase::key).toList();
        var unknownTokens = TestQuery.parse(draft.query()).unknown();
        var cycle = SuiteNesting.cycle(key, draft.suites(), all);
        faults.require(!draft.name().isBlank(), "name", "It is empty.", "Say what the suite is for.")
                .text("name", draft.name(), 200)
                .text("query", draft.query(), 2_000)
                .require(
                        draft.tests().size() + draft.suites().size() <= MOST_MEMBERS,
                        "tests",
                        "There are more than " + MOST_MEMBERS + " members.",
                        "Use a query.")
                .require(
                        unknownTokens.isEmpty(),
                        "query",
                        "It is not understood: " + String.join(" ", unknownTokens) + ".",
                        "Known fields: "
                                + String.join(
                                        ", ", TestQuery.FIELDS.stream().sorted().toList()) + ".")
                .known("tests", "test cases", draft.tests(), Set.copyOf(tests))
                .known(
                        "suites",
                        "suites",
                        draft.suites(),
                        all.stream().map(Suite::key).toList())
                .require(
                        cycle.isEmpty(),
                        "suites",
                        "The suite would hold itself: " + cycle.orElse("") + ".",
                        "Take one of these out of another.")
                .require(
                        all.size() < MOST
                                || all.stream().anyMatch(suite -> suite.key().equals(key)),
                        "suites",
                        "The project has " + MOST + " suites, which is the most.",
                        "Remove one.");
        faults.refuse(TestCaseProblem.SUITE_IS_REFUSED, "suite");
    }

    private static Problem unknown(SuiteKey key) {
        return TestCaseProblem.SUITE_IS_UNKNOWN.because("There is no suite \"" + key + "\".");
    }
}
