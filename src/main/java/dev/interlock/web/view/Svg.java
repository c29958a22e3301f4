package dev.interlock.web.view;

import java.util.Locale;

/** Numbers as SVG wants them. */
final class Svg {
    private Svg() {}

    /** At most two decimals, with a point, without a needless tail. */
    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    static String percent(double share) {
        return number(share * 100) + "%";
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }
}
