package dev.interlock.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the times reports write: seconds in several spellings, moments with and without a zone. */
final class ReportTimes {
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(365).toSeconds());
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
