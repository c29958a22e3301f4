package dev.interlock.execution.carry;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.PlanValues;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told when it was accepted; later changes of plan, environment and interfaces do not reach it.
 *
 * @param environment where it runs; null for reports
 * @param interfaces revision of the interface of each service
 * @param variables values that win over the variables of the environment
 * @param values what was planned with
 */
public record PinnedRun(
        @Nullable Environment environment,
        Map<ServiceKey, Long> interfaces,
        Map<String, String> variables,
        GateRules gate,
        @Nullable PlanValues values) {

    /** The environment, for runs that have one. */
    public Environment place() {
        return Objects.requireNonNull(environment, "a run of ours has an environment");
    }
}
