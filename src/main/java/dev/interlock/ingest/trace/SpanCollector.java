package dev.interlock.ingest.trace;

import dev.interlock.platform.Finding;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a reader finds, within limits. */
final class SpanCollector implements SpanSink {
    private static final int MOST_FINDINGS = 100;

    /** Calls between two services, counted elsewhere. */
    record Counted(String consumer, String provider, long count) {}

    private final List<ReadSpan> spans = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final int most;
    private int refused;

    /** @param most spans taken at most; those beyond are refused */
    SpanCollector(int most) {
        this.most = most;
    }

    @Override
    public void span(ReadSpan span) {
        if (spans.size() >= most) {
            refused("span " + span.spanId(), "It is beyond the " + most + " spans one request or file may hold.");
        } else {
            spans.add(span);
        }
    }

    @Override
    public void calls(String consumer, String provider, long count) {
        if (counted.size() < most) {
            counted.add(new Counted(consumer, provider, count));
        }
    }

    @Override
    public void refused(String where, String problem) {
        refused++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(Finding.warning(where, problem, "The rest was taken."));
        }
    }

    List<ReadSpan> spans() {
        return spans;
    }

    List<Counted> counted() {
        return counted;
    }

    List<Finding> findings() {
        return findings;
    }

    int refusedCount() {
        return refused;
    }
}
