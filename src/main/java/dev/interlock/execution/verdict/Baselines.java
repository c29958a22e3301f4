package dev.interlock.execution.verdict;

import dev.interlock.execution.Baseline;
import dev.interlock.execution.BaselineRules;
import dev.interlock.execution.Run;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.ProjectId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the run a run is compared with. */
@Component
public class Baselines {
    private static final String MAIN = "main";

    private final RunTable runs;
    private final BaselineRules rules;

    Baselines(RunTable runs, BaselineRules rules) {
        this.runs = runs;
        this.rules = rules;
    }

    /** What the rule of its environment names, of the runs before: on the same branch, else on main. */
    public Optional<Run> of(ProjectId project, Run run) {
        var environment = run.environment();
        var rule = environment == null ? Baseline.passed() : rules.of(project, environment);
        var pinned = rule.run() == null ? Optional.<Run>empty() : runs.find(project, rule.run());
        if (pinned.isPresent() && pinned.get().number() < run.number()) {
            return pinned;
        }
        var which = rule.kind() == Baseline.Kind.PREVIOUS ? "state = 'FINISHED'" : "verdict = 'PASS'";
        var own = before(project, run, run.branch(), which);
        return own.isPresent() || run.branch().equals(MAIN) ? own : before(project, run, MAIN, which);
    }

    private Optional<Run> before(ProjectId project, Run run, String branch, String which) {
        var environment = run.environment();
        var condition = which + """
                 and evidence and purpose in ('MAIN', 'RELEASE') and branch = :branch
                 and number < :number and environment is not distinct from :environment
                """;
        var values = values(branch, run.number(), environment == null ? null : environment.value());
        return runs.where(project, condition, values, 1).stream().findFirst();
    }

    private static Map<String, @Nullable Object> values(String branch, long number, @Nullable String environment) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("branch", branch);
        values.put("number", number);
        values.put("environment", environment);
        return values;
    }
}
