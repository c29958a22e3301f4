package dev.interlock.execution;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.history.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a run.
 *
 * @param environment null takes the environment of the plan
 */
public record RunRequest(
        RunScope scope, @Nullable EnvironmentKey environment, RunLimits limits, RunLabels labels, RunOrigin origin) {

    /** A run of this scope on branch main, for the purpose AD_HOC. */
    public static RunRequest of(RunScope scope) {
        return new RunRequest(scope, null, RunLimits.NONE, RunLabels.of(Purpose.AD_HOC, "main"), RunOrigin.of("api"));
    }

    /** The same in an environment. */
    public RunRequest in(EnvironmentKey key) {
        return new RunRequest(scope, key, limits, labels, origin);
    }

    /** The same with other limits. */
    public RunRequest within(RunLimits other) {
        return new RunRequest(scope, environment, other, labels, origin);
    }

    /** The same with other labels. */
    public RunRequest labelled(RunLabels other) {
        return new RunRequest(scope, environment, limits, other, origin);
    }

    /** The same from elsewhere. */
    public RunRequest from(RunOrigin other) {
        return new RunRequest(scope, environment, limits, labels, other);
    }
}
