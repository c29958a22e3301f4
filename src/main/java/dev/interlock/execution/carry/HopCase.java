package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.history.CauseClass;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A failure seen at the entry.
 *
 * @param called the service that was asked
 * @param status HTTP status it answered, null when no answer came
 * @param answer text of what it answered, empty without
 * @param cause class of the cause as seen at the entry
 * @param neighbours what the paths say about the service called
 * @param spanId span of the request that failed
 * @param spans spans of the trace
 * @param tellsCalls whether a service usually sends spans of the calls it makes
 */
record HopCase(
        ServiceKey called,
        @Nullable Integer status,
        String answer,
        CauseClass cause,
        Neighbours neighbours,
        String spanId,
        List<Span> spans,
        Predicate<ServiceKey> tellsCalls) {

    /**
     * Services around one, as the paths lead.
     *
     * @param behind chains of services behind it, each starting with it; those of the test's own paths when there are any;
     *     empty when none is known
     * @param feeders services that tell it something nobody waits for
     */
    record Neighbours(List<List<ServiceKey>> behind, List<ServiceKey> feeders) {}
}
