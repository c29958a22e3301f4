package dev.interlock.api.runs;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.Trials;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.testcase.TestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a test case out. */
@RestController
@RequestMapping("/api/v1/projects/{project}/test-cases")
class TrialEndpoints {
    private final Trials trials;

    TrialEndpoints(Trials trials) {
        this.trials = trials;
    }

    /** Where, and with which row of its data. */
    record TrialWritten(
            @Nullable String environment, @Nullable Integer row) {}

    @PostMapping("/{key}/try")
    @Allow(value = Role.TESTER, scope = Scope.RUN_TRIGGER)
    DetailShown attempt(@PathVariable String key, @RequestBody TrialWritten written, Access access) {
        if (written.environment() == null) {
            throw RunProblem.ENVIRONMENT_IS_MISSING.because("The request names no environment.");
        }
        return DetailShown.of(trials.attempt(
                access.project(),
                new TestKey(key),
                new EnvironmentKey(written.environment()),
                written.row(),
                access.actor()));
    }
}
