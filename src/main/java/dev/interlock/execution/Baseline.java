package dev.interlock.execution;

import dev.interlock.platform.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of an environment are compared with.
 *
 * @param run the run that is pinned, null for the other kinds
 */
public record Baseline(Kind kind, @Nullable RunId run) {
    /** How the run to compare with is found; a branch without one of its own takes that of main. */
    public enum Kind {
        /** The last run before that passed its gate. */
        PASSED,
        /** One run somebody chose; runs from before it are compared as with PASSED. */
        PINNED,
        /** The run before, however it ended. */
        PREVIOUS
    }

    /** The last run that passed its gate. */
    public static Baseline passed() {
        return new Baseline(Kind.PASSED, null);
    }
}
