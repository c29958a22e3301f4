package dev.interlock.execution.carry;

import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Span;
import dev.interlock.execution.StepRecord;
import dev.interlock.execution.TraceSpans;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the hop to blame for a failed step: reads the spans of its trace and the paths behind what it called. */
@Component
class Blaming {
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Duration LOOK = Duration.ofMillis(60);

    private final TraceSpans spans;
    private final Paths paths;

    Blaming(TraceSpans spans, Paths paths) {
        this.spans = spans;
        this.paths = paths;
    }

    Optional<Blame> of(ItemWork work, StepRecord step, CauseClass cause, String traceId) throws InterruptedException {
        var exchange = step.exchanges().isEmpty() ? null : step.exchanges().getLast();
        var called = exchange == null ? null : exchange.service();
        if (exchange == null || called == null) {
            return Optional.empty();
        }
        var seen = new HopCase(
                called,
                exchange.operation(),
                cause,
                behind(work.project(), called),
                exchange.spanId(),
                exchange.status() == null && cause != CauseClass.TIMEOUT
                        ? List.of()
                        : settled(work.project(), traceId));
        return HopBlame.of(seen);
    }

    private List<List<ServiceKey>> behind(ProjectId project, ServiceKey called) {
        return paths.through(project, called).stream()
                .flatMap(path -> Chains.from(called, path.hops()).stream())
                .distinct()
                .limit(100)
                .toList();
    }

    /** Spans come a moment after the answer; waits until no more arrive, and only where spans are sent at all. */
    private List<Span> settled(ProjectId project, String traceId) throws InterruptedException {
        var until = System.nanoTime() + (spans.expects(project) ? PATIENCE.toNanos() : 0);
        var known = spans.of(project, traceId);
        while (System.nanoTime() < until) {
            Thread.sleep(LOOK);
            var now = spans.of(project, traceId);
            if (!now.isEmpty() && now.size() == known.size()) {
                return now;
            }
            known = now;
        }
        return known;
    }
}
