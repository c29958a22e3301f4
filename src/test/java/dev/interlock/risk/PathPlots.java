package dev.interlock.risk;

import java.util.List;
import java.util.Locale;

/** Draws the benchmark. */
final class PathPlots {
    private PathPlots() {}

    /** Bars of the share found by regime: the filter, the failure rate, the heat of changes. */
    static String found(List<PathRegime> regimes, List<PathReplayer.Result> results) {
        var svg = new StringBuilder();
        for (var i = 0; i < regimes.size(); i++) {
            var y = 40 + 44 * i;
            svg.append(text(4, y + 20, regimes.get(i).name()));
            bar(svg, y, results.get(i).filtered().foundInTopFifth(), "#1f6feb");
            bar(svg, y + 12, results.get(i).failureRate().foundInTopFifth(), "#8b949e");
            bar(svg, y + 24, results.get(i).mostChanged().foundInTopFifth(), "#d0d7de");
        }
        svg.append(text(4, 20, "Faulty paths among the top fifth: learned, failure rate, changes"));
        return page(640, 50 + 44 * regimes.size(), svg);
    }

    /** Observed over predicted, all regimes together; the area of a dot grows with its number of predictions. */
    static String calibration(List<PathReplayer.Result> results) {
        var svg = new StringBuilder(text(4, 20, "Observed over predicted share of faulty paths, all regimes"));
        svg.append("<path d=\"M60 420L460 20\" stroke=\"#8b949e\" fill=\"none\"/>");
        for (var bin = 0; bin < 10; bin++) {
            var sum = new double[3];
            for (var result : results) {
                var one = result.filtered().bin(bin);
                if (one[2] > 0) {
                    sum[0] += one[0] * one[2];
                    sum[1] += one[1] * one[2];
                    sum[2] += one[2];
                }
            }
            if (sum[2] > 0) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6feb\"/>",
                        60 + 400 * sum[0] / sum[2],
                        420 - 400 * sum[1] / sum[2],
                        2 + Math.log10(sum[2])));
            }
        }
        svg.append(text(60, 440, "0")).append(text(440, 440, "1")).append(text(40, 40, "1"));
        return page(500, 450, svg);
    }

    private static void bar(StringBuilder svg, int y, double share, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"120\" y=\"%d\" width=\"%.1f\" height=\"10\" fill=\"%s\"/>",
                y,
                480 * share,
                colour));
    }

    private static String text(int x, int y, String words) {
        return "<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-size=\"13\">%s</text>".formatted(x, y, words);
    }

    private static String page(int width, int height, CharSequence inside) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%s</svg>\n"
                .formatted(width, height, width, height, inside);
    }
}
