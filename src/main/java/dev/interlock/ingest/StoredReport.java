package dev.interlock.ingest;

import dev.interlock.execution.Run;
import dev.interlock.platform.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report.
 *
 * @param run the finished run; null when the report holds no case
 * @param kinds the kinds of reports that were read: "pytest (JUnit XML)"
 * @param findings what is odd, by file and line; at most 1,000
 */
public record StoredReport(@Nullable Run run, Counts counts, List<String> kinds, List<Finding> findings) {

    /**
     * How many cases there were.
     *
     * @param stored cases stored
     * @param refused cases and files left out
     */
    public record Counts(int stored, int refused, int passed, int failed, int broken, int skipped) {}
}
