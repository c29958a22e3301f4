package dev.interlock.risk.store;

import dev.interlock.history.EvidenceLog;
import dev.interlock.history.EvidenceLog.EvidenceRun;
import dev.interlock.history.ItemOutcome;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.store.TaughtBatches.Batch;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Teaches an environment again, batch by batch as it was taught; runs from before that was kept come whole. */
@Component
class Rebuilding {
    private final TrackTable table;
    private final TestTracks tracks;
    private final TaughtBatches taught;
    private final EvidenceLog evidence;
    private final Beliefs beliefs;

    Rebuilding(TrackTable table, TestTracks tracks, TaughtBatches taught, EvidenceLog evidence, Beliefs beliefs) {
        this.table = table;
        this.tracks = tracks;
        this.taught = taught;
        this.evidence = evidence;
        this.beliefs = beliefs;
    }

    void rebuild(ProjectId project, String environment) {
        beliefs.lock(project);
        table.clear(project, environment);
        var pass = new Pass(project, environment);
        evidence.replay(project, environment, pass::read);
        pass.finish();
    }

    /** One reading of the history; runs wait here until the batches taught before theirs have come. */
    private final class Pass {
        private final ProjectId project;
        private final String environment;
        private final Queue<Batch> due;
        private final Map<UUID, Long> batches;
        private final Map<UUID, EvidenceRun> waiting = new HashMap<>();

        Pass(ProjectId project, String environment) {
            this.project = project;
            this.environment = environment;
            this.due = new ArrayDeque<>(taught.all(project, environment));
            this.batches = due.stream().collect(Collectors.groupingBy(Batch::run, HashMap::new, Collectors.counting()));
        }

        void read(EvidenceRun run) {
            if (batches.containsKey(run.id().value())) {
                waiting.put(run.id().value(), run);
                teachWhatCame();
            } else {
                tracks.learn(project, environment, run.id().value(), run.items(), run.contradicting());
            }
        }

        private void teachWhatCame() {
            while (!due.isEmpty() && waiting.containsKey(due.element().run())) {
                teach(due.remove());
            }
        }

        /** Everything is read: batches of runs whose results are no longer kept are left out. */
        void finish() {
            due.stream().filter(batch -> waiting.containsKey(batch.run())).forEach(this::teach);
        }

        private void teach(Batch batch) {
            var run = Objects.requireNonNull(waiting.get(batch.run()));
            var bySeq = run.items().stream().collect(Collectors.toMap(ItemOutcome::seq, item -> item));
            var items = batch.seqs().stream()
                    .map(bySeq::get)
                    .filter(Objects::nonNull)
                    .toList();
            if (!items.isEmpty()) {
                tracks.learn(project, environment, batch.run(), items, run.contradicting());
            }
            if (batches.merge(batch.run(), -1L, Long::sum) == 0) {
                waiting.remove(batch.run());
            }
        }
    }
}
