package dev.interlock.execution;

import dev.interlock.history.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two runs, test by test. */
public record RunComparison(Run base, Run head, List<Difference> differences, int same) {

    /** Copies the list. */
    public RunComparison {
        differences = List.copyOf(differences);
    }

    /** How a test changed. */
    public enum Change {
        NEWLY_FAILING,
        STILL_FAILING,
        FIXED,
        NEW,
        NOT_RUN,
        OTHER
    }

    /**
     * One test that differs.
     *
     * @param before outcome in the base, null when it was not in it
     * @param now outcome in the head, null when it is not in it
     */
    public record Difference(
            String testKey,
            String name,
            @Nullable String row,
            Change change,
            @Nullable Outcome before,
            @Nullable Outcome now,
            @Nullable String sentence,
            @Nullable Integer seq) {}

    /** How many tests changed in this way. */
    public long count(Change change) {
        return differences.stream().filter(one -> one.change() == change).count();
    }
}
