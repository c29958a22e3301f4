package dev.interlock.execution.carry;

import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.HttpHeader;
import dev.interlock.outbound.OutboundAnswer;
import dev.interlock.outbound.Timings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it left.
 *
 * @param answer null when none came
 * @param failure why none came, empty otherwise
 */
record Sent(
        HttpCall call,
        Instant startedAt,
        String spanId,
        List<HttpHeader> headers,
        @Nullable OutboundAnswer answer,
        @Nullable Timings timings,
        String failure) {}
