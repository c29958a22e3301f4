package dev.interlock.web.runs;

import dev.interlock.execution.Baseline;
import dev.interlock.execution.BaselineRules;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunComparison.Change;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunReports;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.web.view.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two runs, test by test; only what differs. */
@Controller
class ComparePages {
    private final RunReader reader;
    private final RunReports reports;
    private final BaselineRules baselines;

    ComparePages(RunReader reader, RunReports reports, BaselineRules baselines) {
        this.reader = reader;
        this.reports = reports;
        this.baselines = baselines;
    }

    /** How many tests changed in one way. */
    public record Count(Change change, Status status, long tests) {}

    @GetMapping("/p/{project}/compare")
    @Allow(Role.VIEWER)
    String compare(
            Access access,
            @RequestParam String head,
            @RequestParam(required = false) @Nullable String base,
            Model model) {
        var now = reader.find(access, head);
        var before = base == null || base.isBlank() ? baseline(access, now) : reader.find(access, base);
        reader.fill(model, access, now, "compare");
        model.addAttribute("before", before);
        var environment = now.environment();
        model.addAttribute("rule", environment == null ? null : baselines.of(access.project(), environment));
        model.addAttribute("kinds", kinds(now));
        if (before != null) {
            var comparison = reports.compare(access.project(), before.id(), now.id());
            model.addAttribute("comparison", comparison);
            model.addAttribute("counts", counts(comparison::count));
        }
        return "runs/compare";
    }

    /** Sets what the runs of the environment of this run are compared with; PINNED pins this run. */
    @PostMapping("/p/{project}/runs/{run}/baseline")
    @Allow(Role.MANAGER)
    String setBaseline(Access access, @PathVariable String run, @RequestParam Baseline.Kind kind) {
        var found = reader.find(access, run);
        var environment = found.environment();
        if (environment == null) {
            throw RunProblem.ENVIRONMENT_IS_MISSING.because(
                    found.key() + " was carried out in no environment of ours.");
        }
        var pinned = kind == Baseline.Kind.PINNED ? found.id() : null;
        baselines.set(access.project(), environment, new Baseline(kind, pinned), access.actor());
        return "redirect:/p/" + access.projectKey() + "/compare?head=" + found.key();
    }

    private static Map<String, String> kinds(Run run) {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put(Baseline.Kind.PASSED.name(), "Last that passed its gate");
        kinds.put(Baseline.Kind.PREVIOUS.name(), "The run before");
        kinds.put(Baseline.Kind.PINNED.name(), "This run, " + run.key());
        return kinds;
    }

    private @Nullable Run baseline(Access access, Run run) {
        return reports.baseline(access.project(), run.id()).orElse(null);
    }

    private static List<Count> counts(ToLongFunction<Change> count) {
        return Arrays.stream(Change.values())
                .map(change -> new Count(change, look(change), count.applyAsLong(change)))
                .filter(one -> one.tests() > 0)
                .toList();
    }

    private static Status look(Change change) {
        return switch (change) {
            case NEWLY_FAILING, STILL_FAILING -> Status.FAILED;
            case FIXED -> Status.PASSED;
            case NEW -> Status.RUNNING;
            case NOT_RUN -> Status.SKIPPED;
            case OTHER -> Status.UNKNOWN;
        };
    }
}
