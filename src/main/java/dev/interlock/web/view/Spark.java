package dev.interlock.web.view;

import java.util.List;

/**
 * A small line without axes.
 *
 * @param line path of the line, empty with fewer than two values
 * @param area path of what is below it
 * @param lastX where the newest value is
 * @param lastY where the newest value is
 * @param words what a reader of the page hears
 */
public record Spark(String line, String area, String lastX, String lastY, String words) {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 28;
    private static final double MARGIN = 4;

    /** Draws values, oldest first; the scale runs from zero to {@code top} or the largest value. */
    public static Spark of(List<Double> values, double top, String words) {
        if (values.size() < 2) {
            return new Spark("", "", "0", "0", words);
        }
        var scale = Math.max(
                top, values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        var line = new StringBuilder();
        for (var i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "M" : "L").append(Svg.point(x(i, values.size()), y(values.get(i), scale)));
        }
        var area = line + "L" + Svg.point(WIDTH - MARGIN, HEIGHT) + "L" + Svg.point(MARGIN, HEIGHT) + "Z";
        return new Spark(
                line.toString(), area, Svg.number(WIDTH - MARGIN), Svg.number(y(values.getLast(), scale)), words);
    }

    private static double x(int index, int count) {
        return MARGIN + (WIDTH - 2 * MARGIN) * index / (count - 1);
    }

    private static double y(double value, double scale) {
        return scale == 0 ? HEIGHT - MARGIN : HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value / scale;
    }
}
