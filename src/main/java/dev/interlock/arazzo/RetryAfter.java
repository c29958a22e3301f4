package dev.interlock.arazzo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The Retry-After header: seconds or a date. */
final class RetryAfter {
    private static final int LONGEST = 9;

    private RetryAfter() {}

    static Optional<Duration> parse(String text, Instant now) {
        var value = text.strip();
        if (!value.isEmpty()
                && value.length() <= LONGEST
                && value.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return Optional.of(Duration.between(now, date)).filter(Duration::isPositive);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
