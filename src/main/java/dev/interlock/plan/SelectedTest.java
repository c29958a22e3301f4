package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.util.List;

/**
 * A test that is to run.
 *
 * @param rank place in the order, from 1
 * @param reason why it is here, in words
 * @param risk probability of failing x impact, 0..5
 * @param probability probability of failing 0..1
 * @param impact 1..5
 * @param pinned true when a person asked for it
 * @param durationKnown false when the times are a stated default
 * @param paths paths it exercises
 */
public record SelectedTest(
        TestKey key,
        int rank,
        String reason,
        double risk,
        double probability,
        int impact,
        Duration expected,
        Duration p90,
        boolean pinned,
        boolean durationKnown,
        List<PathKey> paths) {}
