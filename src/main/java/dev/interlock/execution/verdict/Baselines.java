package dev.interlock.execution.verdict;

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

    Baselines(RunTable runs) {
        this.runs = runs;
    }

    /** The last run before that passed its gate, in the same environment, on the same branch or else on main. */
    public Optional<Run> of(ProjectId project, Run run) {
        var own = before(project, run, run.branch());
        return own.isPresent() || run.branch().equals(MAIN) ? own : before(project, run, MAIN);
    }

    private Optional<Run> before(ProjectId project, Run run, String branch) {
        var environment = run.environment();
        return runs
                .where(project, """
                        verdict = 'PASS' and evidence and purpose in ('MAIN', 'RELEASE') and branch = :branch
                        and number < :number and environment is not distinct from :environment
                        """, values(branch, run.number(), environment == null ? null : environment.value()), 1)
                .stream()
                .findFirst();
    }

    private static Map<String, @Nullable Object> values(String branch, long number, @Nullable String environment) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("branch", branch);
        values.put("number", number);
        values.put("environment", environment);
        return values;
    }
}
