package dev.interlock.web.plans;

import dev.interlock.catalog.Environments;
import dev.interlock.history.TestHistory;
import dev.interlock.history.TestRecord;
import dev.interlock.plan.LeftOut;
import dev.interlock.plan.SelectedTest;
import dev.interlock.plan.Selection;
import dev.interlock.plan.Selections;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Access;
import dev.interlock.testcase.Suites;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestState;
import dev.interlock.web.view.Curve;
import dev.interlock.web.view.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the plan builder. */
@Component
class PlanView {
    private static final int MOST_ROWS = 200;

    private final Selections selections;
    private final TestCases tests;
    private final TestHistory history;
    private final Environments environments;
    private final Suites suites;
    private final PlanFaults faults;

    PlanView(
            Selections selections,
            TestCases tests,
            TestHistory history,
            Environments environments,
            Suites suites,
            PlanFaults faults) {
        this.selections = selections;
        this.tests = tests;
        this.history = history;
        this.environments = environments;
        this.suites = suites;
        this.faults = faults;
    }

    /** A chosen test with its name and last result. */
    record Chosen(SelectedTest test, String name, Status last) {}

    /** A test that is left out, with its name. */
    record Out(LeftOut test, String name) {}

    /**
     * What the scope leaves out before anything is chosen.
     *
     * @param others ready tests outside the suite, the filter and the changed services
     * @param drafts tests that have something to fill in, and invalid ones
     */
    record Beyond(long others, long drafts) {}

    void fill(Access access, PlanForm said, Model model) {
        var known = environments.all(access.project());
        var form = said.usually(known.isEmpty() ? null : known.getFirst().key().value());
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("form", form);
        model.addAttribute("environments", known);
        model.addAttribute("suites", suites.all(access.project()));
        var wrong = faults.of(access.project(), form);
        model.addAttribute("faults", wrong);
        if (wrong.isEmpty()) {
            work(access.project(), form, model);
        }
    }

    private void work(ProjectId project, PlanForm form, Model model) {
        var selection = selections.preview(project, form.values());
        model.addAttribute("selection", selection);
        model.addAttribute("curve", curve(selection, form));
        model.addAttribute("wanted", wanted(project, form));
        var names = names(project);
        model.addAttribute("beyond", beyond(names.values(), selection));
        model.addAttribute("chosen", chosen(project, selection, names));
        model.addAttribute(
                "out",
                selection.out().stream()
                        .limit(MOST_ROWS)
                        .map(one -> new Out(one, name(names, one.key().value())))
                        .toList());
    }

    private static Beyond beyond(Collection<TestCase> all, Selection selection) {
        var ready = all.stream().filter(test -> test.state() == TestState.READY).count();
        var drafts = all.stream()
                .filter(test -> test.state() == TestState.DRAFT || test.state() == TestState.INVALID)
                .count();
        var inside = selection.tests().size() + selection.out().size();
        return new Beyond(Math.max(0, ready - inside), drafts);
    }

    private @Nullable String wanted(ProjectId project, PlanForm form) {
        if (form.wantedShare().isEmpty()) {
            return null;
        }
        var share = form.wantedShare().getAsDouble();
        var percent = Math.round(share) + " % of the risk";
        return selections
                .smallestBudget(project, form.values(), share)
                .map(budget -> percent + " can be planned in " + minutes(budget) + ".")
                .orElse("No time is enough to plan " + percent + ": tests for it are missing.");
    }

    /** Whole minutes, rounded up, as the budget is asked for. */
    private static String minutes(Duration time) {
        return Math.max(1, Math.ceilDiv(time.toMillis(), 60_000)) + " min";
    }

    private static Curve curve(Selection selection, PlanForm form) {
        var points = selection.curve().stream()
                .map(point -> new Curve.Point(point.at(), Math.clamp(point.covered() / 100, 0, 1)))
                .toList();
        var words = String.format(
                java.util.Locale.ROOT,
                "Share of risk planned against time; the plan reaches %.0f percent",
                selection.riskCovered());
        return Curve.of(points, form.values().budget(), words);
    }

    private List<Chosen> chosen(ProjectId project, Selection selection, Map<String, TestCase> names) {
        var records = history.latest(project);
        return selection.tests().stream()
                .limit(MOST_ROWS)
                .map(test -> new Chosen(test, name(names, test.key().value()), last(records, test)))
                .toList();
    }

    private static Status last(Map<String, TestRecord> records, SelectedTest test) {
        return Optional.ofNullable(records.get(test.key().value()))
                .map(record -> Status.named(record.last()))
                .orElse(Status.NONE);
    }

    private Map<String, TestCase> names(ProjectId project) {
        return tests.all(project).stream()
                .collect(Collectors.toMap(test -> test.key().value(), Function.identity()));
    }

    private static String name(Map<String, TestCase> names, String key) {
        return Optional.ofNullable(names.get(key)).map(TestCase::name).orElse(key);
    }
}
