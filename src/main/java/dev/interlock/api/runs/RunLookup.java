package dev.interlock.api.runs;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.Runs;
import dev.interlock.security.Access;
import org.springframework.stereotype.Component;

/** Finds the run an address names. */
@Component
class RunLookup {
    private final Runs runs;

    RunLookup(Runs runs) {
        this.runs = runs;
    }

    Run require(Access access, String idOrKey) {
        return runs.find(access.project(), idOrKey)
                .orElseThrow(() ->
                        RunProblem.RUN_IS_UNKNOWN.because("There is no run \"" + idOrKey + "\" in this project."));
    }
}
