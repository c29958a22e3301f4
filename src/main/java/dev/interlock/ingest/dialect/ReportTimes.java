package dev.interlock.ingest.dialect;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the times reports write: seconds in several spellings, moments with and without a zone. */
final class ReportTimes {
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,4})\\.)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2}(?:\\.\\d+)?)");
    private static final Pattern ROBOT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2}) (\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?)");
    private static final int MOST_CHARACTERS = 40;

    private ReportTimes() {}

    /** Seconds as a duration of 0 to 365 days; empty when the text is something else. */
    static Optional<Duration> seconds(String text) {
        var plain = plain(text.strip());
        if (plain.isEmpty() || plain.length() > MOST_CHARACTERS || plain.chars().anyMatch(ReportTimes::isOdd)) {
            return Optional.empty();
        }
        try {
            var seconds = new BigDecimal(plain);
            if (seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0) {
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos(seconds.movePointRight(9).longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Milliseconds as a duration of 0 to 365 days; 0 when the text is something else. */
    static Duration millis(String text) {
        return seconds(text).map(seconds -> seconds.dividedBy(1_000)).orElse(Duration.ZERO);
    }

    /** "00:01:02.5000000" or "1.00:01:02" as a duration; 0 when the text is something else. */
    static Duration clock(String text) {
        var found = CLOCK.matcher(text.strip());
        if (!found.matches()) {
            return Duration.ZERO;
        }
        var days = found.group(1) == null ? 0 : Integer.parseInt(found.group(1));
        return Duration.ofDays(Math.min(days, 365))
                .plusHours(Integer.parseInt(found.group(2)))
                .plusMinutes(Integer.parseInt(found.group(3)))
                .plus(seconds(found.group(4)).orElse(Duration.ZERO));
    }

    /** "20240229 12:00:01.123" as a moment in UTC; null when the text is something else. */
    static @Nullable Instant robot(String text) {
        var found = ROBOT.matcher(text.strip());
        return found.matches()
                ? instant(found.group(1) + "-" + found.group(2) + "-" + found.group(3) + "T" + found.group(4))
                : null;
    }

    /** A moment; one without a zone is taken as UTC; null when the text is something else. */
    static @Nullable Instant instant(String text) {
        if (text.isBlank()) {
            return null;
        }
        var iso = text.strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return local(iso);
        }
    }

    private static @Nullable Instant local(String iso) {
        try {
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** "1,234.5" groups by comma, "0,25" has a decimal comma, "0.25s" names its unit. */
    private static String plain(String text) {
        var digits = text.endsWith("s") ? text.substring(0, text.length() - 1).strip() : text;
        if (digits.indexOf('.') >= 0) {
            return digits.replace(",", "");
        }
        return digits.replace(',', '.');
    }

    /** Exponents are kept to two digits by the length limit of what follows; anything else is no number of ours. */
    private static boolean isOdd(int c) {
        return !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E';
    }
}
