package dev.interlock.execution.queue;

import dev.interlock.execution.Run;
import dev.interlock.execution.RunEvent;
import dev.interlock.execution.store.EventTable.News;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns results into news of the run. */
public final class ItemNews {
    private ItemNews() {}

    static News test(StoredItem item) {
        var data = new LinkedHashMap<String, Object>();
        data.put("seq", item.seq());
        data.put("test", item.testKey());
        data.put("name", item.testName());
        data.put("row", Objects.requireNonNullElse(item.rowLabel(), ""));
        data.put("outcome", item.result().outcome().name());
        data.put("tookMs", item.result().took().toMillis());
        data.put("flaky", item.result().flaky());
        return new News(RunEvent.Kind.TEST, item.seq(), data);
    }

    static Optional<News> problem(StoredItem item) {
        var failure = item.result().failure();
        if (failure == null || !item.result().outcome().isFault()) {
            return Optional.empty();
        }
        var blame = failure.blame();
        return Optional.of(new News(
                RunEvent.Kind.PROBLEM,
                item.seq(),
                Map.of(
                        "seq", item.seq(),
                        "test", item.testKey(),
                        "sentence", failure.sentence(),
                        "cause", failure.cause().name(),
                        "blame", blame == null ? "" : blame.sentence(),
                        "step", failure.step())));
    }

    /** The numbers of a run. */
    public static News summary(Run run) {
        var counts = run.counts();
        var data = new LinkedHashMap<String, Object>();
        data.put("state", run.state().name());
        data.put("passed", counts.passed());
        data.put("failed", counts.failed());
        data.put("broken", counts.broken());
        data.put("blocked", counts.blocked());
        data.put("skipped", counts.skipped());
        data.put("cancelled", counts.cancelled());
        data.put("flaky", counts.flaky());
        data.put("done", counts.done());
        data.put("total", counts.total());
        return new News(RunEvent.Kind.SUMMARY, null, data);
    }

    /** A line of the log of a run. */
    public static News log(String text) {
        return new News(RunEvent.Kind.LOG, null, Map.of("text", text));
    }
}
