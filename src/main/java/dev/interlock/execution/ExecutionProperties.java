package dev.interlock.execution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs are carried out.
 *
 * @param pump whether this process carries items out
 * @param workers items carried out at the same time by this process, 1..500
 * @param attempts tries of a failing test within a run, 1..5
 * @param poll pause between two looks at the queue when it is empty
 * @param drain longest wait for items under way when the process stops
 * @param openRuns most runs of a project that may be open at the same time
 * @param itemDeadline longest time one try of a test may take
 */
@ConfigurationProperties("interlock.execution")
public record ExecutionProperties(
        @DefaultValue("true") boolean pump,
        @DefaultValue("8") int workers,
        @DefaultValue("2") int attempts,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("20s") Duration drain,
        @DefaultValue("1000") int openRuns,
        @DefaultValue("5m") Duration itemDeadline) {

    /** Refuses values out of range. */
    public ExecutionProperties {
        if (workers < 1 || workers > 500 || attempts < 1 || attempts > 5 || openRuns < 1) {
            throw new IllegalArgumentException(
                    "interlock.execution: workers 1..500, attempts 1..5 and open-runs from 1 are allowed");
        }
    }
}
