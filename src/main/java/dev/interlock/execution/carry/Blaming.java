package dev.interlock.execution.carry;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Exchange;
import dev.interlock.execution.Span;
import dev.interlock.execution.StepRecord;
import dev.interlock.execution.TraceSpans;
import dev.interlock.execution.carry.HopCase.Neighbours;
import dev.interlock.history.Blame;
import dev.interlock.history.CauseClass;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.Coverage;
import dev.interlock.testcase.Coverages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the hop to blame for a failed step: reads the spans of its trace and the paths behind what it called. */
@Component
class Blaming {
    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Duration LOOK = Duration.ofMillis(60);

    private final TraceSpans spans;
    private final Paths paths;
    private final Coverages coverages;

    Blaming(TraceSpans spans, Paths paths, Coverages coverages) {
        this.spans = spans;
        this.paths = paths;
        this.coverages = coverages;
    }

    /** @param bodies texts of the bodies of the item, by number */
    Optional<Blame> of(ItemWork work, StepRecord step, CauseClass cause, String traceId, Map<Integer, String> bodies)
            throws InterruptedException {
        var exchange = step.exchanges().isEmpty() ? null : step.exchanges().getLast();
        var called = exchange == null ? null : exchange.service();
        if (exchange == null || called == null) {
            return Optional.empty();
        }
        var noTrace = exchange.status() == null && cause != CauseClass.TIMEOUT;
        return HopBlame.of(new HopCase(
                called,
                exchange.status(),
                answer(exchange, bodies),
                cause,
                neighbours(work, called),
                exchange.spanId(),
                noTrace ? List.of() : settled(work.project(), traceId),
                service -> spans.tellsCalls(work.project(), service)));
    }

    private static String answer(Exchange exchange, Map<Integer, String> bodies) {
        var body = exchange.responseBody();
        return body == null ? "" : bodies.getOrDefault(body.number(), "");
    }

    private Neighbours neighbours(ItemWork work, ServiceKey called) {
        var through = paths.through(work.project(), called);
        var own = coverages.of(work.project(), work.test().key()).stream()
                .map(Coverage::path)
                .collect(Collectors.toSet());
        var about = through.stream().filter(path -> own.contains(path.key())).toList();
        var behind = (about.isEmpty() ? through : about)
                .stream()
                        .flatMap(path -> Chains.from(called, path.hops()).stream())
                        .distinct()
                        .limit(100)
                        .toList();
        var feeders = through.stream()
                .flatMap(path -> path.hops().stream())
                .filter(hop -> hop.mode() == Mode.ASYNC && hop.provider().equals(called))
                .map(Hop::consumer)
                .distinct()
                .toList();
        return new Neighbours(behind, feeders);
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
