package dev.interlock.risk.store;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.EvidenceLog;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.RunRef;
import dev.interlock.platform.ProjectId;
import dev.interlock.risk.OwnFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which paths history shows as failing, so that their scores never say otherwise. */
@Component
class FailingPaths {
    /** How often the blame for a failure is wrong: as likely the path is at fault after all. */
    private static final double BLAMED_ELSEWHERE = .05;
    /** What failed lies outside the landscape: the path does not work, and no hop in it is to blame. */
    private static final double OUTSIDE = .9;

    private static final int LONGEST = 300;

    private final EvidenceLog evidence;
    private final OwnFailures failures;

    FailingPaths(EvidenceLog evidence, OwnFailures failures) {
        this.evidence = evidence;
        this.failures = failures;
    }

    /** Keys of the paths over which a test fails now, in the environment of the run. */
    Set<String> of(ProjectId project, RunRef run) {
        return evidence.failing(project, run.environmentName()).stream()
                .map(PathKey::value)
                .collect(Collectors.toSet());
    }

    /** Keeps what failed over paths that fail now. */
    void note(
            ProjectId project,
            RunRef run,
            Set<String> failing,
            List<ItemOutcome> items,
            Predicate<ItemOutcome> outside) {
        var fresh = new HashMap<String, OwnFailure>();
        items.stream()
                .filter(item -> item.outcome() == Outcome.FAILED && !item.flakyInRun())
                .forEach(item -> note(fresh, run, failing, item, outside.test(item) ? OUTSIDE : BLAMED_ELSEWHERE));
        failures.save(project, run.environmentName(), failing, fresh);
    }

    private static void note(
            Map<String, OwnFailure> fresh, RunRef run, Set<String> failing, ItemOutcome item, double likelihood) {
        var words = Showings.failed(run, item);
        var failure = new OwnFailure(
                likelihood, words.substring(0, Math.min(LONGEST, words.length())), "runs/RUN-" + run.number());
        item.paths().stream()
                .map(share -> share.path().value())
                .filter(failing::contains)
                .forEach(path -> fresh.merge(
                        path, failure, (known, other) -> other.likelihood() > known.likelihood() ? other : known));
    }
}
