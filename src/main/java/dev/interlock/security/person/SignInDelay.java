package dev.interlock.security.person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing slow: each failure doubles the time until the next try counts, from one second to 45. Nobody is locked
 * out for good. 45 seconds keep the guesses at one account below 100 an hour.
 */
@Component
class SignInDelay {
    static final Duration LONGEST = Duration.ofSeconds(45);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** Counts a try before its password is looked at, so that many sent at once are one. */
    private static final String CLAIM = """
            insert into security.sign_in_failure as failure (subject, failures, last_at, next_allowed)
            values (:subject, 1, :now, :now + interval '1 second')
            on conflict (subject) do update
               set failures = case when failure.last_at < :forgotten then 1 else failure.failures + 1 end,
                   last_at = :now,
                   next_allowed = :now + interval '1 second' * case when failure.last_at < :forgotten then 1
                                          else least(:longest, power(2, least(failure.failures, 10))) end
             where failure.next_allowed <= :now
            """;

    private static final String FAILED = """
            insert into security.sign_in_failure as failure (subject, failures, last_at, next_allowed)
            values (:subject, 1, :now, :now)
            on conflict (subject) do update
               set failures = case when failure.last_at < :forgotten then 1 else failure.failures + 1 end, last_at = :now
            returning failures
            """;

    private final JdbcClient sql;
    private final InstantSource clock;

    SignInDelay(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How long the next try has to wait; zero when it may come now. */
    Duration left(String subject) {
        return sql.sql("select next_allowed from security.sign_in_failure where subject = :subject")
                .param("subject", subject)
                .query(OffsetDateTime.class)
                .optional()
                .map(allowed -> Duration.between(clock.instant(), allowed))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /**
     * Takes the right to one try and counts it as failed until {@link #succeeded} is told.
     *
     * @return how long to wait instead, zero when the try may go on
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Duration claim(String subject) {
        var now = clock.instant();
        var taken = sql.sql(CLAIM)
                .param("subject", subject)
                .param("now", utc(now))
                .param("forgotten", utc(now.minus(FORGOTTEN)))
                .param("longest", LONGEST.toSeconds())
                .update();
        return taken == 1 ? Duration.ZERO : atLeast(left(subject));
    }

    /**
     * Counts a failure.
     *
     * @param free failures without a delay, such as many people behind one address
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(String subject, int free) {
        var now = clock.instant();
        var failures = sql.sql(FAILED)
                .param("subject", subject)
                .param("now", utc(now))
                .param("forgotten", utc(now.minus(FORGOTTEN)))
                .query(Integer.class)
                .single();
        sql.sql("update security.sign_in_failure set next_allowed = :next where subject = :subject")
                .param("next", utc(now.plus(after(failures - free))))
                .param("subject", subject)
                .update();
    }

    void succeeded(String subject) {
        sql.sql("delete from security.sign_in_failure where subject = :subject or last_at < :forgotten")
                .param("subject", subject)
                .param("forgotten", utc(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    /** The delay after so many failures: nothing, then 1, 2, 4 ... 45 seconds. */
    static Duration after(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static Duration atLeast(Duration left) {
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
