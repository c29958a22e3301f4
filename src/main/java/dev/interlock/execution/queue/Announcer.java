package dev.interlock.execution.queue;

import dev.interlock.execution.RunEvent;
import dev.interlock.execution.RunFinished;
import dev.interlock.execution.store.EventTable;
import dev.interlock.execution.store.EventTable.News;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that a run is over: its watchers by events, other modules by news. */
@Component
public class Announcer {
    private final RunTable runs;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;

    Announcer(RunTable runs, ApplicationEventPublisher publisher, InstantSource clock) {
        this.runs = runs;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }

    /** Appends the last events and publishes {@link RunFinished}, in the caller's transaction. */
    public void ended(ProjectId project, RunId run, EventTable events) {
        var over = runs.find(project, run).orElseThrow();
        var verdict = over.verdict();
        var done = new News(
                RunEvent.Kind.DONE,
                null,
                Map.of("state", over.state().name(), "verdict", verdict == null ? "" : verdict.name()));
        events.append(project, run, List.of(ItemNews.summary(over), done), now());
        publisher.publishEvent(new RunFinished(project, over));
    }
}
