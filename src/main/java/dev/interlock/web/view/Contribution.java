package dev.interlock.web.view;

/**
 * A factor's share as a bar to the right (raises the score) or left (lowers it) of a line in the middle.
 *
 * @param css "more" or "less"
 * @param x where the bar begins in a box 160 wide
 * @param width of the bar
 */
public record Contribution(String css, String x, String width) {
    private static final double MIDDLE = 80;

    /** Draws a contribution beside the largest of its table; both in the same unit. */
    public static Contribution of(double contribution, double largest) {
        var width = largest == 0 ? 0 : MIDDLE * Math.min(1, Math.abs(contribution) / largest);
        return new Contribution(
                contribution >= 0 ? "more" : "less",
                Svg.number(contribution >= 0 ? MIDDLE : MIDDLE - width),
                Svg.number(width));
    }
}
