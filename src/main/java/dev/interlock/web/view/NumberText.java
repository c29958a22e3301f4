package dev.interlock.web.view;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as somebody typed it, with what is allowed; a comma stands for a point.
 *
 * @param text what was typed, null or blank for nothing
 * @param least the smallest allowed
 * @param most the largest allowed
 * @param whole whether only whole numbers are allowed
 */
public record NumberText(@Nullable String text, double least, double most, boolean whole) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}([.,]\\d{1,6})?");

    /** A whole number between two others, both allowed. */
    public static NumberText whole(@Nullable String text, int least, int most) {
        return new NumberText(text, least, most, true);
    }

    /** A number with or without decimals between two others, both allowed. */
    public static NumberText decimal(@Nullable String text, double least, double most) {
        return new NumberText(text, least, most, false);
    }

    /** A number as a field shows it: without decimals that say nothing. */
    public static String of(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** The number, empty when nothing or nothing allowed was typed. */
    public OptionalDouble value() {
        return isBlank() || fault().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(number());
    }

    /** The number without decimals, null when nothing or nothing allowed was typed. */
    public @Nullable Integer integer() {
        var value = value();
        return value.isEmpty() ? null : (int) value.getAsDouble();
    }

    /** The number, null when nothing or nothing allowed was typed. */
    public @Nullable Double real() {
        var value = value();
        return value.isEmpty() ? null : value.getAsDouble();
    }

    /** What is wrong with it, for the line beside its field; empty for nothing typed. */
    public Optional<String> fault() {
        return isBlank() || isAllowed() ? Optional.empty() : Optional.of("Write a " + words() + ".");
    }

    private boolean isBlank() {
        return text == null || text.isBlank();
    }

    private boolean isAllowed() {
        if (!NUMBER.matcher(trimmed()).matches()) {
            return false;
        }
        var number = number();
        return number >= least && number <= most && (!whole || number == Math.rint(number));
    }

    private double number() {
        return Double.parseDouble(trimmed().replace(',', '.'));
    }

    private String trimmed() {
        return text == null ? "" : text.strip();
    }

    private String words() {
        return (whole ? "whole number" : "number") + " from " + shown(least) + " to " + shown(most);
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? String.format(Locale.ENGLISH, "%,.0f", number) : of(number);
    }
}
