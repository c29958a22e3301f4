package dev.interlock.history.log;

import dev.interlock.history.ItemOutcome;
import dev.interlock.history.RunRef;
import dev.interlock.history.log.Counts.Counted;
import dev.interlock.platform.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings states of tests and paths and the rollups up to date, and finds which items were flaky. */
@Component
class Sidebooks {
    private final TestStates states;
    private final Counts counts;
    private final PathLedger paths;

    Sidebooks(TestStates states, Counts counts, PathLedger paths) {
        this.states = states;
        this.counts = counts;
        this.paths = paths;
    }

    List<Counted> add(ProjectId project, long run, RunRef ref, List<ItemOutcome> items, Map<String, Integer> tests) {
        var environment = ref.environmentName();
        var known = states.load(project, environment, tests.values());
        var counted = new ArrayList<Counted>();
        for (var item : items) {
            var test = tests.getOrDefault(item.testKey(), 0);
            var state = known.getOrDefault(test, TestState.none(test));
            counted.add(new Counted(test, item, item.flakyInRun() || state.contradictedBy(item, ref)));
            known.put(test, state.after(item, run, ref));
        }
        states.save(project, environment, known.values());
        counts.add(project, environment, counted);
        if (ref.isEvidence()) {
            paths.add(project, run, ref, items, tests);
        }
        return counted;
    }
}
