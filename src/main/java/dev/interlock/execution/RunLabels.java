package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Purpose;
import java.util.Map;

/**
 * What is said about a run.
 *
 * @param branch branch of the versions tested
 * @param change pull request or change, empty without
 * @param versions versions the caller knows are deployed; they win over what was reported
 * @param variables values that win over the variables of the environment
 */
public record RunLabels(
        Purpose purpose,
        String branch,
        String change,
        String note,
        Map<ServiceKey, String> versions,
        Map<String, String> variables) {

    /** Copies the maps. */
    public RunLabels {
        versions = Map.copyOf(versions);
        variables = Map.copyOf(variables);
    }

    /** What is deployed of branch main, as evidence. */
    public static RunLabels main() {
        return of(Purpose.MAIN, "main");
    }

    /** A purpose and a branch, nothing else. */
    public static RunLabels of(Purpose purpose, String branch) {
        return new RunLabels(purpose, branch, "", "", Map.of(), Map.of());
    }
}
