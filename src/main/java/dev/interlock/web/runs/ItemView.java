package dev.interlock.web.runs;

import dev.interlock.execution.Attempt;
import dev.interlock.execution.Exchange;
import dev.interlock.execution.ItemDetail;
import dev.interlock.execution.StepRecord;
import dev.interlock.history.Outcome;
import dev.interlock.web.view.Status;
import dev.interlock.web.view.Waterfall;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An item as the page shows it: one attempt, one step of it.
 *
 * @param attempts as tabs
 * @param steps of the chosen attempt
 * @param attempt the chosen one, null when nothing was sent
 * @param step the chosen one, null when there is none
 * @param stepNumber from 1
 * @param waterfall of the chosen attempt
 */
public record ItemView(
        List<Tab> attempts,
        List<StepLine> steps,
        @Nullable Attempt attempt,
        @Nullable StepRecord step,
        int stepNumber,
        Waterfall waterfall) {

    /** An attempt to choose. */
    public record Tab(String label, String href, boolean current, Status status) {}

    /** A step to choose. */
    public record StepLine(String title, String stage, String meta, String href, boolean current, Status status) {}

    /** Chooses the attempt and the step asked for; else the last attempt and its first step that went wrong. */
    static ItemView of(ItemDetail detail, @Nullable Integer attempt, @Nullable Integer step, String base) {
        var attempts = detail.attempts();
        if (attempts.isEmpty()) {
            return new ItemView(List.of(), List.of(), null, null, 0, Waterfall.of(List.of()));
        }
        var index = attempt == null ? attempts.size() : Math.clamp(attempt, 1, attempts.size());
        var chosen = attempts.get(index - 1);
        var number = step == null
                ? firstFault(chosen)
                : Math.clamp(step, 1, Math.max(1, chosen.steps().size()));
        var record = chosen.steps().isEmpty() ? null : chosen.steps().get(number - 1);
        return new ItemView(
                tabs(attempts, index, base),
                lines(chosen, index, number, base),
                chosen,
                record,
                number,
                fall(chosen, index, base));
    }

    /** The last exchange of the chosen step, null when nothing was sent. */
    public @Nullable Exchange exchange() {
        return step == null || step.exchanges().isEmpty()
                ? null
                : step.exchanges().getLast();
    }

    private static int firstFault(Attempt attempt) {
        return IntStream.range(0, attempt.steps().size())
                .filter(i -> isFault(attempt.steps().get(i)))
                .map(i -> i + 1)
                .findFirst()
                .orElse(1);
    }

    private static boolean isFault(StepRecord step) {
        return step.status() == Outcome.FAILED || step.status() == Outcome.BROKEN;
    }

    private static List<Tab> tabs(List<Attempt> attempts, int index, String base) {
        return attempts.stream()
                .map(one -> new Tab(
                        "Attempt " + one.number(),
                        base + "?attempt=" + one.number(),
                        one.number() == index,
                        Status.named(one.outcome())))
                .toList();
    }

    private static List<StepLine> lines(Attempt attempt, int index, int number, String base) {
        return IntStream.range(0, attempt.steps().size())
                .mapToObj(i -> line(attempt.steps().get(i), i + 1, index, number, base))
                .toList();
    }

    private static StepLine line(StepRecord step, int own, int attempt, int current, String base) {
        return new StepLine(
                own + ". " + step.title(),
                step.stage(),
                meta(step),
                address(base, attempt, own),
                own == current,
                Status.named(step.status()));
    }

    private static String meta(StepRecord step) {
        var tries = step.tries() > 1 ? " · " + step.tries() + " tries" : "";
        var status = step.exchanges().isEmpty() || step.exchanges().getLast().status() == null
                ? "—"
                : step.exchanges().getLast().status().toString();
        return status + " · " + step.took().toMillis() + " ms" + tries;
    }

    private static String address(String base, int attempt, int step) {
        return base + "?attempt=" + attempt + "&step=" + step;
    }

    private static Waterfall fall(Attempt attempt, int index, String base) {
        return Waterfall.of(IntStream.range(0, attempt.steps().size())
                .mapToObj(i -> fallen(attempt, attempt.steps().get(i), address(base, index, i + 1)))
                .toList());
    }

    private static Waterfall.Step fallen(Attempt attempt, StepRecord step, String href) {
        var start = Duration.between(attempt.startedAt(), step.startedAt());
        return new Waterfall.Step(
                step.title(),
                Status.named(step.status()),
                href,
                start.isNegative() ? Duration.ZERO : start,
                phases(step));
    }

    private static List<Waterfall.Phase> phases(StepRecord step) {
        var timings =
                step.exchanges().isEmpty() ? null : step.exchanges().getLast().timings();
        if (timings == null || step.exchanges().size() > 1) {
            return List.of(new Waterfall.Phase("wait", step.took()));
        }
        return List.of(
                new Waterfall.Phase("dns", timings.dns()),
                new Waterfall.Phase("connect", timings.connect()),
                new Waterfall.Phase("tls", timings.tls()),
                new Waterfall.Phase("wait", timings.send().plus(timings.await())),
                new Waterfall.Phase("download", timings.receive()));
    }
}
