package dev.interlock.history;

import dev.interlock.catalog.PathKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What evidence says about a path in the environment of reference.
 *
 * @param stubbed true when it passed with the help of a stand-in and hence counts half
 * @param tests required tests of the path
 * @param passed required tests that passed with what is deployed now
 * @param lastRun number of the last run over the path, null when there is none
 * @param lastPassedRun number of the last run whose every verdict over the path was a pass
 * @param strip worst outcome of each of the last runs, newest first, at most 30
 * @param sentence the state in words
 */
public record PathState(
        PathKey path,
        Verification state,
        boolean stubbed,
        int tests,
        int passed,
        @Nullable Long lastRun,
        @Nullable Instant lastAt,
        @Nullable Long lastPassedRun,
        @Nullable Instant lastPassedAt,
        List<Outcome> strip,
        String sentence) {

    /** Share of the path's score that counts as verified: 1, half of it with a stand-in, else 0. */
    public double verifiedPart() {
        return state != Verification.VERIFIED ? 0 : stubbed ? .5 : 1;
    }
}
