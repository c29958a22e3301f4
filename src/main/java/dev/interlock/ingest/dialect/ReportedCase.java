package dev.interlock.ingest.dialect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case as a report tells it.
 *
 * @param id an id the report gives on purpose, or empty; it goes before class and name
 * @param className the class, or the suite when no class is given
 * @param name its name with its parameters
 * @param attempts how often it was tried, from 1
 * @param flaky whether it failed and passed within this report
 * @param notRun whether the report says elsewhere that it did not run (a status such as "disabled")
 * @param at when its suite started, null when not told
 * @param message the first sentence of its failure, at most 2,000 characters; empty when it has none
 * @param labels values of its properties and tags, for finding the paths it covers; at most 100;
 *     a property stands there as its value and as name=value
 * @param line where it stands in the file, 0 when not known
 */
public record ReportedCase(
        String id,
        String className,
        String name,
        Verdict verdict,
        Duration took,
        int attempts,
        boolean flaky,
        boolean notRun,
        @Nullable Instant at,
        String message,
        List<String> labels,
        int line) {
    private static final int MOST_LABELS = 100;
    private static final Pattern PARAMETERS =
            Pattern.compile("(?:\\s*(?:\\[[^\\[\\]]{0,500}]|\\([^()]{0,500}\\))| with data set .{0,500})+$");

    private static final List<Verdict> WORST = List.of(Verdict.FAILED, Verdict.BROKEN, Verdict.PASSED, Verdict.SKIPPED);

    /** What a report says about a case. */
    public enum Verdict {
        PASSED,
        FAILED,
        BROKEN,
        SKIPPED
    }

    /** A case that was tried once; names are cut to what can be kept. */
    static ReportedCase of(String className, String name, Verdict verdict, Duration took, int line) {
        var type = Texts.name(className);
        var own = Texts.name(name);
        return new ReportedCase(
                "", type, own.isEmpty() ? type : own, verdict, took, 1, false, false, null, "", List.of(), line);
    }

    ReportedCase identified(String id) {
        return new ReportedCase(
                Texts.label(id), className, name, verdict, took, attempts, flaky, notRun, at, message, labels, line);
    }

    /** The same, tried so often in all. */
    ReportedCase tried(int attempts, boolean flaky) {
        return new ReportedCase(id, className, name, verdict, took, attempts, flaky, notRun, at, message, labels, line);
    }

    ReportedCase didNotRun(boolean notRun) {
        return new ReportedCase(id, className, name, verdict, took, attempts, flaky, notRun, at, message, labels, line);
    }

    ReportedCase startedAt(@Nullable Instant at) {
        return new ReportedCase(id, className, name, verdict, took, attempts, flaky, notRun, at, message, labels, line);
    }

    /** Because of this; the first line that says something counts. */
    ReportedCase because(String message) {
        return new ReportedCase(
                id, className, name, verdict, took, attempts, flaky, notRun, at, Texts.sentence(message), labels, line);
    }

    ReportedCase labelled(List<String> labels) {
        var kept = labels.stream()
                .map(Texts::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(MOST_LABELS)
                .toList();
        return new ReportedCase(id, className, name, verdict, took, attempts, flaky, notRun, at, message, kept, line);
    }

    /** What makes it the same case in another report: its id, else class and name. */
    public String identity() {
        return id.isEmpty() ? identityOf(className, name) : id;
    }

    /** The same without what stands in brackets at the end of its name, so that all its parameters are one case. */
    public ReportedCase withoutParameters() {
        var bare = PARAMETERS.matcher(name).replaceFirst("");
        return new ReportedCase(
                id,
                className,
                bare.isEmpty() ? name : bare,
                verdict,
                took,
                attempts,
                flaky,
                notRun,
                at,
                message,
                labels,
                line);
    }

    /** Both as one: the worst verdict with its reason, the time of both. */
    public ReportedCase mergedWith(ReportedCase other) {
        var worse = WORST.indexOf(other.verdict) < WORST.indexOf(verdict) ? other : this;
        return new ReportedCase(
                id,
                className,
                name,
                worse.verdict,
                took.plus(other.took),
                Math.max(attempts, other.attempts),
                flaky || other.flaky,
                notRun && other.notRun,
                at,
                worse.message,
                Stream.concat(labels.stream(), other.labels.stream())
                        .distinct()
                        .limit(MOST_LABELS)
                        .toList(),
                line);
    }

    private static String identityOf(String className, String name) {
        return className.isEmpty() ? name : className + "." + name;
    }
}
