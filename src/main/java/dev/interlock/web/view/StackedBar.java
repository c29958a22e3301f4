package dev.interlock.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One bar divided into parts, with the same in words.
 *
 * @param parts from left to right, none of them empty
 * @param words what a reader of the page hears
 */
public record StackedBar(List<Part> parts, String words) {

    /**
     * A stretch of the bar.
     *
     * @param fill class with colour and pattern
     * @param x where it begins, such as "12.5%"
     * @param width how wide it is, such as "50%"
     */
    public record Part(String fill, String x, String width) {}

    /** How much of a status there is; any unit. */
    public record Amount(Status status, double value, String label) {
        /** Counted things: "3 failed". */
        public static Amount count(Status status, long count) {
            return new Amount(status, count, count + " " + status.word().toLowerCase(java.util.Locale.ROOT));
        }

        /** A share between 0 and 100 percent: "verified 62 %". */
        public static Amount percent(Status status, double percent) {
            return new Amount(status, percent, status.word() + " " + Math.round(percent) + " %");
        }
    }

    /** Divides the bar in the order given; amounts of zero are left out. */
    public static StackedBar of(List<Amount> amounts) {
        var total = amounts.stream().mapToDouble(Amount::value).sum();
        var parts = new ArrayList<Part>();
        var before = 0.0;
        for (var amount : amounts) {
            if (amount.value() > 0) {
                parts.add(part(amount, before / total, total));
                before += amount.value();
            }
        }
        return new StackedBar(List.copyOf(parts), words(amounts));
    }

    private static Part part(Amount amount, double start, double total) {
        return new Part(amount.status().fill(), Svg.percent(start), Svg.percent(amount.value() / total));
    }

    private static String words(List<Amount> amounts) {
        var words = amounts.stream()
                .filter(amount -> amount.value() > 0)
                .map(Amount::label)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing yet" : words;
    }
}
