package dev.interlock.execution.book;

import dev.interlock.execution.RunState;
import dev.interlock.execution.carry.PinnedRun;
import dev.interlock.execution.queue.RunCloser;
import dev.interlock.execution.store.RunTable;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns an accepted run into items. May be repeated at any point: what was chosen is stored first, items that exist are
 * left as they are, and the run starts once, as soon as its first items are there.
 */
@Component
class RunExpansion {
    private static final Logger LOG = LoggerFactory.getLogger(RunExpansion.class);

    private static final int FIRST = 50;
    private static final int CHUNK = 2_000;
    private static final Set<RunState> OPEN = Set.of(RunState.QUEUED, RunState.RUNNING);

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
        if (run.isEmpty() || !OPEN.contains(run.get().state())) {
            return;
        }
        var pinned = choice.pinned(project, id);
        try {
            var chosen = choice.choose(project, id, pinned);
            var items = write(project, id, pinned, chosen);
            writer.end(project, id, items + " items from " + chosen.tests().size() + " tests.");
        } catch (Problem e) {
            LOG.info("Run {} of project {} starts empty: {}", run.get().key(), project, e.detail());
            writer.end(project, id, e.detail() + " " + e.type().next());
        }
        closer.close(project, id);
    }

    /** The first tests alone, so that they are sent while the others are stored. */
    private int write(ProjectId project, RunId id, PinnedRun pinned, Chosen chosen) {
        var paths = maker.paths(project);
        var look = preFlight.look(project, pinned);
        var written = 0;
        var from = 0;
        while (from < chosen.tests().size()) {
            var to = Math.min(chosen.tests().size(), from + (from == 0 ? FIRST : CHUNK));
            var items = maker.items(project, chosen, chosen.tests().subList(from, to), paths, written + 1);
            writer.write(project, id, pinned, items, chunk -> preFlight.block(project, id, look, chunk));
            if (from == 0) {
                writer.start(project, id, pinned, chosen.expectedMs());
            }
            written += items.size();
            from = to;
        }
        return written;
    }
}
