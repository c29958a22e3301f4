package dev.interlock.execution;

import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One try of a test.
 *
 * @param number from 1
 * @param traceId W3C trace id its requests carried
 */
public record Attempt(
        int number,
        Outcome outcome,
        Instant startedAt,
        Duration took,
        String traceId,
        @Nullable Failure failure,
        Map<String, String> inputs,
        Map<String, String> outputs,
        List<StepRecord> steps) {}
