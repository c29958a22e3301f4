package dev.interlock.web.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a test began and what its time went into, on one axis.
 *
 * @param rows one for each step
 * @param ticks marks of the axis
 * @param height of the picture
 * @param axisY where the labels of the axis stand
 * @param words what a reader of the page hears
 */
public record Waterfall(List<Row> rows, List<Curve.Mark> ticks, int height, int axisY, String words) {
    private static final double LEFT = 200;
    private static final double WIDTH = 540;
    private static final int ROW = 26;

    /**
     * What one step took.
     *
     * @param name of the step
     * @param start since the test began
     * @param phases in order
     */
    public record Step(String name, Status status, @Nullable String href, Duration start, List<Phase> phases) {}

    /**
     * A stretch of a step.
     *
     * @param name dns, connect, tls, wait or download
     */
    public record Phase(String name, Duration took) {}

    /** A drawn step. */
    public record Row(
            String name,
            Status status,
            @Nullable String href,
            int y,
            int textY,
            List<Bar> bars,
            String endX,
            String took) {}

    /** A drawn stretch. */
    public record Bar(String css, String x, String width) {}

    /** Draws the steps; answers an empty picture for none. */
    public static Waterfall of(List<Step> steps) {
        var end = Math.max(1, steps.stream().mapToDouble(Waterfall::end).max().orElse(1));
        var rows = IntStream.range(0, steps.size())
                .mapToObj(i -> row(steps.get(i), i, end))
                .toList();
        var axis = steps.size() * ROW + 16;
        var words = steps.stream().map(step -> step.name() + " " + took(step)).toList();
        return new Waterfall(rows, ticks(end), axis + 8, axis, "Steps on one axis: " + String.join(", ", words));
    }

    private static Row row(Step step, int index, double end) {
        var bars = new ArrayList<Bar>();
        var at = ms(step.start());
        for (var phase : step.phases()) {
            bars.add(bar(phase, at, end));
            at += ms(phase.took());
        }
        return new Row(
                step.name(),
                step.status(),
                step.href(),
                index * ROW,
                index * ROW + 17,
                List.copyOf(bars),
                Svg.number(Math.min(x(at, end) + 6, LEFT + WIDTH + 4)),
                took(step));
    }

    private static Bar bar(Phase phase, double at, double end) {
        var width = Math.max(1.5, WIDTH * ms(phase.took()) / end);
        return new Bar("phase-" + phase.name(), Svg.number(x(at, end)), Svg.number(width));
    }

    private static List<Curve.Mark> ticks(double end) {
        var step = Math.pow(10, Math.floor(Math.log10(end)));
        var distance = end / step > 5 ? step * 2 : end / step > 2 ? step : step / 2;
        var ticks = new ArrayList<Curve.Mark>();
        for (var at = 0.0; at <= end; at += distance) {
            ticks.add(new Curve.Mark(Svg.number(x(at, end)), Svg.number(at) + " ms"));
        }
        return List.copyOf(ticks);
    }

    private static String took(Step step) {
        return Math.round(end(step) - ms(step.start())) + " ms";
    }

    private static double end(Step step) {
        return ms(step.start())
                + step.phases().stream().mapToDouble(phase -> ms(phase.took())).sum();
    }

    private static double x(double ms, double end) {
        return LEFT + WIDTH * ms / end;
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / 1_000_000.0;
    }
}
