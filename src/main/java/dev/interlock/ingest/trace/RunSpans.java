package dev.interlock.ingest.trace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.execution.Span;
import dev.interlock.execution.TraceSpans;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hands the spans of runs to where failures are explained. Of all others one of each service and sort goes there in an
 * hour: enough to know who sends spans and who tells of the calls it makes.
 */
@Component
class RunSpans {
    private record Sort(ProjectId project, String service, boolean call) {}

    private final TraceSpans spans;
    private final PeerNames names;
    private final Cache<Sort, Boolean> told = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    RunSpans(TraceSpans spans, PeerNames names) {
        this.spans = spans;
        this.names = names;
    }

    void take(ProjectId project, List<ReadSpan> read) {
        var known = names.of(project);
        var wanted = read.stream()
                .filter(span -> !span.service().isEmpty())
                .filter(span -> TraceSpans.isOfRun(span.traceId()) || isFirst(project, span))
                .map(span -> span(span, known))
                .toList();
        if (!wanted.isEmpty()) {
            spans.record(project, wanted);
        }
    }

    private boolean isFirst(ProjectId project, ReadSpan span) {
        var call = span.kind().asks();
        return told.asMap().putIfAbsent(new Sort(project, span.service(), call), true) == null;
    }

    private static Span span(ReadSpan span, PeerNames.Known known) {
        var facts = span.facts();
        var asks = span.kind().asks() && !facts.peer().isEmpty();
        return new Span(
                span.traceId(),
                span.spanId(),
                span.parentId(),
                known.service(span.service()),
                asks ? known.peer(facts.peer()).orElse(null) : null,
                facts.operation().isEmpty() ? span.kind().name() : facts.operation(),
                facts.status() == 0 ? null : facts.status(),
                facts.error(),
                Instant.EPOCH.plus(span.startMicros(), ChronoUnit.MICROS),
                Duration.of(span.tookMicros(), ChronoUnit.MICROS));
    }
}
