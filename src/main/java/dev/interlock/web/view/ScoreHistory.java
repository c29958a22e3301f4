package dev.interlock.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A score over time as steps, with what moved it.
 *
 * @param line path of the line
 * @param area path of what is below it
 * @param grid lines with their scores
 * @param events dots with a reason
 * @param words what a reader of the page hears
 */
public record ScoreHistory(String line, String area, List<Curve.Mark> grid, List<Dot> events, String words) {
    private static final double WIDTH = 640;
    private static final double TOP = 8;
    private static final double HEIGHT = 120;

    /** A change: its place and its reason. */
    public record Dot(String x, String y, String reason) {}

    /** A score from a moment on. */
    public record Point(Instant at, double score, @Nullable String event) {}

    /** Draws points, earliest first, up to now. */
    public static ScoreHistory of(List<Point> points, Instant now) {
        if (points.isEmpty()) {
            return new ScoreHistory("", "", List.of(), List.of(), "no score yet");
        }
        var first = points.getFirst().at();
        var span = Math.max(1, Duration.between(first, now).toMillis());
        var top = top(points);
        var line = line(points, first, span, top);
        var floor = Svg.number(TOP + HEIGHT);
        return new ScoreHistory(
                line,
                line + "L" + Svg.number(WIDTH) + " " + floor + "L0 " + floor + "Z",
                grid(top),
                dots(points, first, span, top),
                words(points));
    }

    private static double top(List<Point> points) {
        var largest = points.stream().mapToDouble(Point::score).max().orElse(1);
        return largest <= 10 ? 10 : Math.ceil(largest / 20) * 20;
    }

    private static String line(List<Point> points, Instant first, long span, double top) {
        var line = new StringBuilder();
        for (var i = 0; i < points.size(); i++) {
            var x = Svg.number(x(points.get(i), first, span));
            line.append(i == 0 ? "M" : "H").append(x);
            line.append(i == 0 ? " " : "V").append(Svg.number(y(points.get(i).score(), top)));
        }
        return line.append("H").append(Svg.number(WIDTH)).toString();
    }

    private static List<Curve.Mark> grid(double top) {
        return List.of(0.0, 0.5, 1.0).stream()
                .map(share -> new Curve.Mark(Svg.number(y(share * top, top)), Svg.number(share * top)))
                .toList();
    }

    private static List<Dot> dots(List<Point> points, Instant first, long span, double top) {
        var dots = new ArrayList<Dot>();
        for (var point : points) {
            if (point.event() != null) {
                dots.add(new Dot(Svg.number(x(point, first, span)), Svg.number(y(point.score(), top)), point.event()));
            }
        }
        return List.copyOf(dots);
    }

    private static String words(List<Point> points) {
        return String.format(
                Locale.ROOT,
                "Score from %.1f to %.1f in %d steps",
                points.getFirst().score(),
                points.getLast().score(),
                points.size());
    }

    private static double x(Point point, Instant first, long span) {
        return WIDTH * Duration.between(first, point.at()).toMillis() / span;
    }

    private static double y(double score, double top) {
        return TOP + HEIGHT * (1 - score / top);
    }
}
