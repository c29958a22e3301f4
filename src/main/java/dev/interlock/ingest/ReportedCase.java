package dev.interlock.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case as a report tells it.
 *
 * @param suite the name of the suite it stands in, or empty
 * @param className the class, or the suite when no class is given
 * @param name its name with its parameters
 * @param attempts how often it was tried, from 1
 * @param flaky whether it failed and passed within this report
 * @param notRun whether the report says elsewhere that it did not run (a status such as "disabled")
 * @param at when its suite started, null when not told
 * @param message the first sentence of its failure, at most 2,000 characters; empty when it has none
 * @param detail the text of its failure, at most 64 KiB
 * @param labels values of its properties and tags, for finding the paths it covers
 * @param line where it stands in the file
 */
record ReportedCase(
        String suite,
        String className,
        String name,
        Verdict verdict,
        Duration took,
        int attempts,
        boolean flaky,
        boolean notRun,
        @Nullable Instant at,
        String message,
        String detail,
        List<String> labels,
        int line) {

    /** What a report says about a case. */
    enum Verdict {
        PASSED,
        FAILED,
        BROKEN,
        SKIPPED
    }

    /** What makes it the same case in another report: class and name. */
    String identity() {
        return className.isEmpty() ? name : className + "." + name;
    }
}
