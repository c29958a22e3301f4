package dev.interlock.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws what was measured. */
final class Plots {
    private static final List<String> COLOURS = List.of("#57606a", "#1f6feb", "#bc4c00", "#8c959f");
    private static final int SIDE = 400;
    private static final int LEFT = 60;
    private static final int TOP = 20;

    private Plots() {}

    /** Share of failing tests found against the share of time, mean over histories. */
    static String found(List<Replay> replays, List<String> methods) {
        var lines = new StringBuilder();
        for (var i = 0; i < methods.size(); i++) {
            lines.append(curve(replays, methods.get(i), COLOURS.get(i)));
            lines.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>"
                    .formatted(LEFT + 150, TOP + 300 + 20 * i, COLOURS.get(i), methods.get(i)));
        }
        return picture("share of the time", "share of failing tests found", lines);
    }

    private static String curve(List<Replay> replays, String method, String colour) {
        var points = IntStream.rangeClosed(0, 20)
                .mapToObj(step -> {
                    var found = replays.stream()
                            .mapToDouble(replay ->
                                    replay.mean(method, one -> one.recall().get(step)))
                            .average()
                            .orElse(0);
                    return point(step / 20.0, found);
                })
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>".formatted(colour, points);
    }

    /** Share that failed against the probability said; on the diagonal both agree. */
    static String calibration(Calibration calibration) {
        var marks = new StringBuilder("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#8c959f\"/>"
                .formatted(LEFT, TOP + SIDE, LEFT + SIDE, TOP));
        for (var band : calibration.bands()) {
            var at = point(band.said(), band.failed()).split(",");
            marks.append("<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"#1f6feb\"/>".formatted(at[0], at[1]));
        }
        return picture("probability said", "share that failed", marks);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", LEFT + SIDE * x, TOP + SIDE * (1 - y));
    }

    private static String picture(String across, String up, CharSequence content) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 480" width="500" height="480" font-family="sans-serif" \
                font-size="13"><rect width="100%%" height="100%%" fill="#fff"/>\
                <path d="M %d %d V %d H %d" fill="none" stroke="#24292f"/>%s\
                <text x="%d" y="%d">0</text><text x="%d" y="%d">1</text><text x="%d" y="%d">1</text>\
                <text x="160" y="460">%s</text><text transform="rotate(-90)" x="-320" y="20">%s</text>%s</svg>
                """.formatted(
                        LEFT,
                        TOP,
                        TOP + SIDE,
                        LEFT + SIDE,
                        "",
                        LEFT - 12,
                        TOP + SIDE + 16,
                        LEFT + SIDE - 4,
                        TOP + SIDE + 16,
                        LEFT - 16,
                        TOP + 8,
                        across,
                        up,
                        content);
    }
}
