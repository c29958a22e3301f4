package dev.interlock.api.runs;

import dev.interlock.execution.RunComparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two runs compared, as JSON. */
record ComparisonShown(
        RunShown base, RunShown head, Map<String, Long> counts, int same, List<RunComparison.Difference> differences) {

    static ComparisonShown of(RunComparison comparison) {
        var counts = new LinkedHashMap<String, Long>();
        for (var change : RunComparison.Change.values()) {
            counts.put(change.name(), comparison.count(change));
        }
        return new ComparisonShown(
                RunShown.of(comparison.base()),
                RunShown.of(comparison.head()),
                counts,
                comparison.same(),
                comparison.differences());
    }
}
