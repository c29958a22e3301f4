package dev.interlock.execution.book;

import dev.interlock.execution.RunState;
import dev.interlock.execution.queue.RunCloser;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns an accepted run into items. May be repeated at any point: what was chosen is stored first, items that exist are
 * left as they are, and the run starts once.
 */
@Component
class RunExpansion {
    private static final Logger LOG = LoggerFactory.getLogger(RunExpansion.class);

    private final RunTable runs;
    private final RunChoice choice;
    private final ItemMaker maker;
    private final ItemWriter writer;
    private final PreFlight preFlight;
    private final RunCloser closer;

    RunExpansion(
            RunTable runs,
            RunChoice choice,
            ItemMaker maker,
            ItemWriter writer,
            PreFlight preFlight,
            RunCloser closer) {
        this.runs = runs;
        this.choice = choice;
        this.maker = maker;
        this.writer = writer;
        this.preFlight = preFlight;
        this.closer = closer;
    }

    void expand(ProjectId project, RunId id) {
        var run = runs.find(project, id);
        if (run.isEmpty() || run.get().state() != RunState.QUEUED) {
            return;
        }
        var pinned = choice.pinned(project, id);
        try {
            var chosen = choice.choose(project, id, pinned);
            var items = maker.items(project, pinned, chosen);
            writer.write(project, id, pinned, items);
            preFlight.block(project, id, pinned, items);
            writer.start(project, id, chosen, items.size());
        } catch (Problem e) {
            LOG.info("Run {} of project {} starts empty: {}", run.get().key(), project, e.detail());
            writer.startEmpty(project, id, e.detail() + " " + e.type().next());
        }
        closer.close(project, id);
    }
}
