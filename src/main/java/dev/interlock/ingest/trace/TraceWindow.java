package dev.interlock.ingest.trace;

import dev.interlock.platform.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the spans of traces together as they come, in any order. A trace counts when it was quiet for a while; spans that
 * come later put it right: what it told is taken back and told anew. The window holds so many spans and no more; the trace
 * that was quiet longest leaves first. Not safe for threads.
 */
final class TraceWindow {
    private static final int MOST_OF_A_TRACE = 2_000;

    private record TraceKey(ProjectId project, String traceId) {}

    private static final class Open {
        private final List<ReadSpan> spans = new ArrayList<>(8);
        private Instant touched;
        private boolean dirty;
        private @Nullable TraceTelling told;

        Open(Instant touched) {
            this.touched = touched;
        }
    }

    /** Which names mean which service. */
    interface Names {
        PeerNames.Known of(ProjectId project);
    }

    private final LinkedHashMap<TraceKey, Open> traces = new LinkedHashMap<>(1_024, 0.75f, true);
    private final Map<ProjectId, Tally> tallies = new HashMap<>();
    private final Names names;
    private final Duration quiet;
    private final int most;
    private int held;

    /**
     * @param quiet how long a trace has to be quiet until it counts
     * @param most spans held
     */
    TraceWindow(Names names, Duration quiet, int most) {
        this.names = names;
        this.quiet = quiet;
        this.most = most;
    }

    /** Number of spans held. */
    int held() {
        return held;
    }

    /** Takes spans; a span that is there already is left out, as are those beyond 2,000 of one trace. */
    void take(ProjectId project, List<ReadSpan> spans, Instant now) {
        for (var span : spans) {
            var open = traces.computeIfAbsent(new TraceKey(project, span.traceId()), key -> new Open(now));
            if (open.spans.size() < MOST_OF_A_TRACE && !isThere(open, span)) {
                open.spans.add(span);
                open.touched = now;
                open.dirty = true;
                held++;
            }
        }
        makeRoom(now);
    }

    private static boolean isThere(Open open, ReadSpan span) {
        for (var one : open.spans) {
            if (one.spanId().equals(span.spanId())
                    && one.kind() == span.kind()
                    && one.service().equals(span.service())) {
                return true;
            }
        }
        return false;
    }

    /** Counts the traces that are quiet and hands over what came since the last time. */
    Map<ProjectId, Tally> settle(Instant now) {
        traces.forEach((key, open) -> {
            if (open.dirty && !open.touched.plus(quiet).isAfter(now)) {
                count(key, open, now);
            }
        });
        return handOver();
    }

    /** Counts all there is. */
    Map<ProjectId, Tally> settleAll(Instant now) {
        traces.forEach((key, open) -> {
            if (open.dirty) {
                count(key, open, now);
            }
        });
        return handOver();
    }

    private Map<ProjectId, Tally> handOver() {
        var done = Map.copyOf(tallies);
        tallies.clear();
        return done;
    }

    private void makeRoom(Instant now) {
        for (Iterator<Map.Entry<TraceKey, Open>> oldest = traces.entrySet().iterator();
                held > most && oldest.hasNext(); ) {
            var entry = oldest.next();
            if (entry.getValue().dirty) {
                count(entry.getKey(), entry.getValue(), now);
            }
            held -= entry.getValue().spans.size();
            oldest.remove();
        }
    }

    private void count(TraceKey key, Open open, Instant now) {
        var tally = tallies.computeIfAbsent(key.project(), project -> new Tally(now));
        if (open.told != null) {
            tally.add(open.told, -1);
        }
        var telling = TraceReading.of(open.spans, names.of(key.project()));
        tally.add(telling, 1);
        open.told = telling;
        open.dirty = false;
    }
}
