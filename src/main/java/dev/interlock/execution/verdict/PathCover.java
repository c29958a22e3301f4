package dev.interlock.execution.verdict;

import dev.interlock.catalog.PathKey;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.platform.Percent;
import dev.interlock.risk.PathRisk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The share of the project's score that passed in a run: each path counts with the largest share of it that a passing
 * test exercised, and with nothing when a test of it failed or broke.
 */
final class PathCover {
    private final Map<PathKey, Double> passed = new HashMap<>();
    private final Set<PathKey> faulty = new HashSet<>();

    /** A pass won with a stand-in counts half. */
    void add(Outcome outcome, List<PathShare> paths, boolean stubbed) {
        if (outcome == Outcome.PASSED) {
            paths.forEach(path -> passed.merge(path.path(), stubbed ? path.share() / 2 : path.share(), Math::max));
        } else if (outcome.isFault()) {
            paths.forEach(path -> faulty.add(path.path()));
        }
    }

    /** 0..100, one decimal. */
    double percentOf(List<PathRisk> all) {
        var whole = all.stream().mapToDouble(PathRisk::weight).sum();
        var part = all.stream()
                .filter(path -> !faulty.contains(path.path()))
                .mapToDouble(path -> path.weight() * passed.getOrDefault(path.path(), 0.0))
                .sum();
        return Math.round(Percent.of(part, whole).value() * 10) / 10.0;
    }
}
