package dev.interlock.ingest.trace;

import dev.interlock.catalog.Observations;
import dev.interlock.catalog.ObservedIntegration;
import dev.interlock.catalog.ObservedTraffic;
import dev.interlock.ingest.ImportAnswer;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.TraceReceipt;
import dev.interlock.ingest.Traces;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.Finding;
import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes traces as they come and as files. */
@Component
class StoredTraces implements Traces {
    private static final int MOST_SENT = 100_000;
    private static final int MOST_READ = 500_000;

    private final TraceBook book;
    private final RunSpans runs;
    private final PeerNames names;
    private final Observations observations;
    private final InstantSource clock;

    StoredTraces(TraceBook book, RunSpans runs, PeerNames names, Observations observations, InstantSource clock) {
        this.book = book;
        this.runs = runs;
        this.names = names;
        this.observations = observations;
        this.clock = clock;
    }

    @Override
    public TraceReceipt receive(ProjectId project, byte[] body, boolean json) {
        var read = new SpanCollector(MOST_SENT);
        try {
            if (json) {
                new TraceFile(read).json(body);
            } else {
                new OtlpProtobuf(read).read(body);
            }
        } catch (UnreadableTraces e) {
            throw IngestProblem.TRACES_ARE_UNREADABLE.because(
                    "The request cannot be read at " + e.where() + ": " + e.problem());
        }
        book.take(project, read.spans());
        runs.take(project, read.spans());
        var message = read.findings().isEmpty()
                ? ""
                : read.findings().getFirst().where() + ": "
                        + read.findings().getFirst().problem();
        return new TraceReceipt(read.spans().size(), read.refusedCount(), message);
    }

    @Override
    public ImportAnswer readFile(ProjectId project, Upload file, boolean dryRun, Actor actor) {
        var read = new SpanCollector(MOST_READ);
        try {
            new TraceFile(read).read(file.content());
        } catch (UnreadableTraces e) {
            throw IngestProblem.DOCUMENT_IS_REFUSED.because(
                    "The file of traces is refused.",
                    List.of(Finding.error(
                            e.where(), e.problem(), "Send OTLP, Jaeger or Zipkin as the tool wrote it.")));
        }
        var traffic = traffic(project, read);
        var known = observations.integrations(project).stream()
                .map(StoredTraces::edge)
                .collect(Collectors.toSet());
        if (!dryRun) {
            observations.add(project, traffic);
            runs.take(project, read.spans());
        }
        return answer(read, traffic, known);
    }

    private ObservedTraffic traffic(ProjectId project, SpanCollector read) {
        var now = clock.instant();
        var window = new TraceWindow(names::of, Duration.ZERO, MOST_READ);
        window.take(project, read.spans(), now);
        var tally = window.settleAll(now).getOrDefault(project, new Tally(now));
        var known = names.of(project);
        read.counted()
                .forEach(one ->
                        tally.counted(known.service(one.consumer()), known.service(one.provider()), one.count()));
        return tally.traffic();
    }

    private static ImportAnswer answer(SpanCollector read, ObservedTraffic traffic, Set<String> known) {
        var edges = traffic.calls().stream()
                .map(call -> call.consumer() + " -> " + call.provider())
                .distinct()
                .toList();
        return new ImportAnswer(
                "TRACES",
                counts(read, traffic, edges.size()),
                edges.stream()
                        .filter(edge -> !known.contains(edge))
                        .map(edge -> "observed integration " + edge)
                        .toList(),
                List.of(),
                edges.stream()
                        .filter(known::contains)
                        .map(edge -> "observed integration " + edge)
                        .toList(),
                List.of(),
                read.findings());
    }

    private static Map<String, Integer> counts(SpanCollector read, ObservedTraffic traffic, int edges) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("spans", read.spans().size());
        counts.put("refusedSpans", read.refusedCount());
        counts.put("traces", (int)
                read.spans().stream().map(ReadSpan::traceId).distinct().count());
        counts.put("observedServices", traffic.services().size());
        counts.put("observedIntegrations", edges);
        counts.put("observedPaths", traffic.paths().size());
        return counts;
    }

    private static String edge(ObservedIntegration seen) {
        return seen.consumer() + " -> " + seen.provider();
    }
}
