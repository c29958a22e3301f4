package dev.interlock.web.view;

import java.util.Locale;

/**
 * A score with its bar and the word of its band.
 *
 * @param text one decimal
 * @param width of the bar in percent of its box, such as "62%"
 * @param band "low", "medium", "high" or "critical"
 */
public record ScoreBadge(String text, String width, String band) {

    /** A score between 0 and 100 in the band of that name. */
    public static ScoreBadge of(double score, Object band) {
        return new ScoreBadge(
                String.format(Locale.ROOT, "%.1f", score),
                Svg.percent(Math.clamp(score / 100, 0.02, 1)),
                band.toString().toLowerCase(Locale.ROOT));
    }

    /** The word a person reads: "Critical". */
    public String word() {
        return Character.toUpperCase(band.charAt(0)) + band.substring(1);
    }
}
