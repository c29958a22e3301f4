package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that may be chosen.
 *
 * @param probability probability 0..1 that it fails
 * @param impact 1..5, the highest of its paths
 * @param durationKnown false when the times are a default
 * @param lastRun when it ran last in the environment, null when it never did
 * @param paths what it exercises
 */
public record Candidate(
        TestKey key,
        double probability,
        int impact,
        Duration expected,
        Duration p90,
        boolean durationKnown,
        @Nullable Instant lastRun,
        List<CoveredPath> paths) {
    public Candidate {
        paths = List.copyOf(paths);
    }

    /** @param share share of the path's integrations that the test exercises, 0..1 */
    public record CoveredPath(PathKey path, double share) {}

    double risk() {
        return probability * impact;
    }

    /** Expected time in seconds, at least a millisecond. */
    double seconds() {
        return Math.max(.001, expected.toMillis() / 1000.0);
    }
}
