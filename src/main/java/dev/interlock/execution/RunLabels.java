package dev.interlock.execution;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.Purpose;
import java.util.Map;
import java.util.Set;

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
    private static final Set<String> MAIN = Set.of("main", "master");

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

    /** What is deployed of a branch: evidence for main and master, a change otherwise. */
    public static RunLabels branch(String name) {
        return of(MAIN.contains(name) ? Purpose.MAIN : Purpose.CHANGE, name);
    }

    /** The same with a note. */
    public RunLabels noted(String text) {
        return new RunLabels(purpose, branch, change, text, versions, variables);
    }

    /** The same with the versions the caller knows. */
    public RunLabels meeting(Map<ServiceKey, String> known) {
        return new RunLabels(purpose, branch, change, note, known, variables);
    }
}
