package dev.interlock.web.runs;

import dev.interlock.execution.Counts;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunState;
import dev.interlock.web.view.StackedBar;
import dev.interlock.web.view.StackedBar.Amount;
import dev.interlock.web.view.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a run says first.
 *
 * @param title of the document, leading with the state
 * @param chips one for each outcome that occurred, with its count
 * @param percentDone 0..100
 * @param left expected time to the end, null when it is over or not known
 */
public record RunHead(
        Run run,
        Status status,
        String title,
        StackedBar bar,
        List<Chip> chips,
        int percentDone,
        Duration took,
        @Nullable Duration left) {

    /** A count of one outcome. */
    public record Chip(Status status, String text) {}

    /** Describes a run as it stands now. */
    static RunHead of(Run run, Instant now) {
        var counts = run.counts();
        var status = status(run);
        var took = run.took(now);
        return new RunHead(
                run,
                status,
                title(run, status),
                bar(counts),
                chips(counts),
                counts.total() == 0 ? 0 : 100 * counts.done() / counts.total(),
                took,
                left(run, took));
    }

    /** The status of a run: its verdict once it is over, else where it stands. */
    static Status status(Run run) {
        if (run.state() == RunState.CANCELLED) {
            return Status.CANCELLED;
        }
        if (!run.state().isOver()) {
            return Status.named(run.state());
        }
        if (run.counts().failed() > 0) {
            return Status.FAILED;
        }
        return run.counts().broken() > 0 ? Status.BROKEN : run.counts().passed() > 0 ? Status.PASSED : Status.SKIPPED;
    }

    private static String title(Run run, Status status) {
        var faults = run.counts().faults();
        var state = switch (status) {
            case PASSED -> "✓ passed";
            case FAILED, BROKEN -> "✕ " + faults + " failed";
            case RUNNING, QUEUED -> run.counts().done() + " of " + run.counts().total() + " done";
            default -> status.word();
        };
        return state + " · " + run.key();
    }

    /** Outcomes as one bar, failures first. */
    static StackedBar bar(Counts counts) {
        var amounts = new ArrayList<>(amounts(counts).toList());
        amounts.add(new Amount(Status.NONE, counts.open(), counts.open() + " to do"));
        return StackedBar.of(amounts);
    }

    private static List<Chip> chips(Counts counts) {
        return Stream.concat(amounts(counts), Stream.of(Amount.count(Status.FLAKY, counts.flaky())))
                .filter(amount -> amount.value() > 0)
                .map(amount -> new Chip(amount.status(), amount.status().word() + " " + Math.round(amount.value())))
                .toList();
    }

    private static Stream<Amount> amounts(Counts counts) {
        return Stream.of(
                Amount.count(Status.FAILED, counts.failed()),
                Amount.count(Status.BROKEN, counts.broken()),
                Amount.count(Status.BLOCKED, counts.blocked()),
                Amount.count(Status.SKIPPED, counts.skipped()),
                Amount.count(Status.CANCELLED, counts.cancelled()),
                Amount.count(Status.PASSED, counts.passed()));
    }

    private static @Nullable Duration left(Run run, Duration took) {
        if (run.state() != RunState.RUNNING || run.expected().isZero()) {
            return null;
        }
        var left = run.expected().minus(took);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
