package dev.interlock.web.shell;

import dev.interlock.web.view.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for numbers and times, in templates as {@code #show}. */
public final class Show {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** "84 ms", "2.01 s", "38 s", "7 min 41 s", "2 h 5 min"; a dash for what is unknown. */
    public String took(@Nullable Duration duration) {
        if (duration == null) {
            return "—";
        }
        var ms = duration.toMillis();
        if (ms < 1000) {
            return ms + " ms";
        }
        if (ms < 10_000) {
            return String.format(Locale.ROOT, "%.2f s", ms / 1000.0);
        }
        if (ms < 60_000) {
            return Math.round(ms / 1000.0) + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /** A share between 0 and 1 as "86 %", with one decimal below 10 %. */
    public String share(double share) {
        return percent(share * 100);
    }

    /** A share between 0 and 100 as "86 %", with one decimal below 10 % and close to the whole. */
    public String percent(double percent) {
        var fine = (percent > 0 && percent < 9.95) || (percent > 99 && percent < 99.95);
        return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent);
    }

    /** A score between 0 and 100 with one decimal. */
    public String score(double score) {
        return String.format(Locale.ROOT, "%.1f", score);
    }

    /** A change with its sign: "+9.0", "−1.4", "±0". */
    public String change(double change) {
        var text = String.format(Locale.ROOT, "%.1f", Math.abs(change));
        if ("0.0".equals(text)) {
            return "±0";
        }
        return (change > 0 ? "+" : "−") + text;
    }

    /** Two decimals with a sign: "+2.10", "−1.40". */
    public String signed(double value) {
        return (value < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.2f", Math.abs(value));
    }

    /** "1 path", "1,204 paths": the plural is the word with an s unless given. */
    public String count(long count, String word) {
        return count(count, word, word + "s");
    }

    /** "1 entry", "3 entries". */
    public String count(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    /** "1,204". */
    public String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** "22 Nov 2026, 02:00 UTC". */
    public String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** The look of a constant of any module, by its name; {@link Status#UNKNOWN} for one without a look. */
    public Status status(Object constant) {
        return Status.named(constant);
    }

    /** A constant as a word: "Third party" for THIRD_PARTY. */
    public String word(Object constant) {
        var text = constant.toString().replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
