package dev.interlock.web.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Share of risk covered against time, with the budget marked.
 *
 * @param line path of the curve
 * @param area path of what is below it
 * @param grid lines at 0, 25, 50, 75 and 100 percent
 * @param ticks marks below
 * @param budget where the budget lies, if there is one in the picture
 * @param words what a reader of the page hears
 */
public record Curve(
        String line,
        String area,
        List<Mark> grid,
        List<Mark> ticks,
        @Nullable Budget budget,
        String words) {
    private static final double WIDTH = 520;
    private static final double TOP = 10;
    private static final double HEIGHT = 150;

    /** A line or a label at a place. */
    public record Mark(String at, String label) {}

    /**
     * The budget's line, its label at the side with room, and the dot where it meets the curve.
     *
     * @param anchor "start" or "end"
     */
    public record Budget(String x, String y, String textX, String anchor, String label) {}

    /** A point of the curve: after this time so much is covered, 0 to 1. */
    public record Point(Duration at, double covered) {}

    /** Draws the points, earliest first; the curve is a staircase made smooth by nobody. */
    public static Curve of(List<Point> points, @Nullable Duration budget, String words) {
        var longest =
                points.isEmpty() ? Duration.ofMinutes(1) : points.getLast().at();
        var end = Math.max(seconds(longest), budget == null ? 0 : seconds(budget) * 1.08);
        end = Math.max(end, 1);
        var line = line(points, end);
        var last = points.isEmpty() ? 0 : x(points.getLast().at(), end);
        var floor = TOP + HEIGHT;
        var area = line + "L" + Svg.point(last, floor) + "L0 " + Svg.number(floor) + "Z";
        return new Curve(
                line, area, gridLines(), ticks(end), budget == null ? null : budget(points, budget, end), words);
    }

    private static String line(List<Point> points, double end) {
        var line = new StringBuilder("M").append(Svg.point(0, y(0)));
        for (var point : points) {
            line.append("L").append(Svg.point(x(point.at(), end), y(point.covered())));
        }
        return line.toString();
    }

    private static List<Mark> gridLines() {
        return List.of(0.0, 0.25, 0.5, 0.75, 1.0).stream()
                .map(share -> new Mark(Svg.number(y(share)), Math.round(share * 100) + " %"))
                .toList();
    }

    private static List<Mark> ticks(double end) {
        var step = step(end);
        var ticks = new ArrayList<Mark>();
        for (var at = 0L; at <= end; at += step) {
            ticks.add(new Mark(Svg.number(WIDTH * at / end), label(at, step)));
        }
        return List.copyOf(ticks);
    }

    private static String label(long at, long step) {
        if (step < 60) {
            return at + " s";
        }
        return step < 3600 ? at / 60 + " min" : at / 3600 + " h";
    }

    private static long step(double end) {
        for (var step : new long[] {5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600}) {
            if (end / step <= 6) {
                return step;
            }
        }
        return 86_400;
    }

    private static Budget budget(List<Point> points, Duration budget, double end) {
        var x = x(budget, end);
        var covered = points.stream()
                .filter(point -> point.at().compareTo(budget) <= 0)
                .mapToDouble(Point::covered)
                .max()
                .orElse(0);
        var right = x < WIDTH * 0.75;
        return new Budget(
                Svg.number(x),
                Svg.number(y(covered)),
                Svg.number(right ? x + 8 : x - 8),
                right ? "start" : "end",
                "budget " + words(budget));
    }

    private static String words(Duration budget) {
        return budget.toSecondsPart() == 0 ? budget.toMinutes() + " min" : budget.toSeconds() + " s";
    }

    private static double x(Duration at, double end) {
        return WIDTH * seconds(at) / end;
    }

    private static double y(double share) {
        return TOP + HEIGHT * (1 - share);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
