package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.history.CauseClass;
import java.util.List;

/**
 * A failure seen at the entry.
 *
 * @param called the service that was asked
 * @param operation operation that was asked
 * @param cause class of the cause as seen at the entry
 * @param behind chains of services behind the one called, each starting with it; empty when none is known
 * @param spanId span of the request that failed
 * @param spans spans of the trace
 */
record HopCase(
        ServiceKey called,
        String operation,
        CauseClass cause,
        List<List<ServiceKey>> behind,
        String spanId,
        List<Span> spans) {}
