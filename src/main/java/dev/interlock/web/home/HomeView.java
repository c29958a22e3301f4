package dev.interlock.web.home;

import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Services;
import dev.interlock.execution.Run;
import dev.interlock.execution.Runs;
import dev.interlock.history.ProblemGroup;
import dev.interlock.history.Problems;
import dev.interlock.platform.FilterQuery;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.RiskBoard;
import dev.interlock.risk.Shares;
import dev.interlock.schedule.Schedule;
import dev.interlock.schedule.Schedules;
import dev.interlock.security.Access;
import dev.interlock.web.paths.PathRow;
import dev.interlock.web.paths.PathRows;
import dev.interlock.web.view.StackedBar;
import dev.interlock.web.view.StackedBar.Amount;
import dev.interlock.web.view.Status;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills Home: what runs, how much risk is verified, what needs attention, what comes next. */
@Component
class HomeView {
    private static final int LINES = 5;

    private final Runs runs;
    private final Problems problems;
    private final RiskBoard risks;
    private final PathRows paths;
    private final Schedules schedules;
    private final Environments environments;
    private final Services services;

    HomeView(
            Runs runs,
            Problems problems,
            RiskBoard risks,
            PathRows paths,
            Schedules schedules,
            Environments environments,
            Services services) {
        this.runs = runs;
        this.problems = problems;
        this.risks = risks;
        this.paths = paths;
        this.schedules = schedules;
        this.environments = environments;
        this.services = services;
    }

    /** A run with its look. */
    record RunRow(Run run, Status status, StackedBar bar) {}

    void fill(Access access, Model model) {
        var project = access.project();
        var rows = paths.all(project);
        var shares = risks.shares(project);
        model.addAttribute("access", access);
        model.addAttribute("base", "/p/" + access.projectKey());
        model.addAttribute("shares", shares);
        model.addAttribute("bar", bar(shares));
        model.addAttribute("runs", runs(project));
        model.addAttribute("problems", open(project));
        model.addAttribute("attention", attention(rows));
        model.addAttribute("paths", rows.size());
        model.addAttribute("environments", environments.all(project));
        model.addAttribute("services", services.all(project));
        model.addAttribute("next", next(project));
    }

    private static StackedBar bar(Shares shares) {
        return StackedBar.of(List.of(
                Amount.percent(Status.FAILING, shares.failing().percent()),
                Amount.percent(Status.UNTESTED, shares.untested().percent()),
                Amount.percent(Status.STALE, shares.stale().percent()),
                Amount.percent(Status.VERIFIED, shares.verified().percent())));
    }

    private List<RunRow> runs(ProjectId project) {
        return runs.list(project, FilterQuery.parse("", Runs.FIELDS), null, LINES).items().stream()
                .map(HomeView::row)
                .toList();
    }

    private static RunRow row(Run run) {
        var counts = run.counts();
        return new RunRow(
                run,
                run.verdict() == null ? Status.named(run.state()) : Status.named(run.verdict()),
                StackedBar.of(List.of(
                        Amount.count(Status.FAILED, counts.failed()),
                        Amount.count(Status.BROKEN, counts.broken()),
                        Amount.count(Status.BLOCKED, counts.blocked()),
                        Amount.count(Status.SKIPPED, counts.skipped() + counts.cancelled()),
                        Amount.count(Status.PASSED, counts.passed()),
                        Amount.count(Status.QUEUED, counts.open()))));
    }

    private List<ProblemGroup> open(ProjectId project) {
        return problems.open(project, null, LINES).items();
    }

    /** The riskiest paths that are failing, untested or stale. */
    private static List<PathRow> attention(List<PathRow> rows) {
        return rows.stream()
                .filter(row -> row.status() != Status.VERIFIED)
                .limit(LINES)
                .toList();
    }

    private List<Schedule> next(ProjectId project) {
        return schedules.all(project).stream()
                .filter(one -> one.enabled() && one.nextFireAt() != null)
                .sorted(Comparator.comparing(one -> String.valueOf(one.nextFireAt())))
                .limit(3)
                .toList();
    }
}
