package dev.interlock.security.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInDelayIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final String subject = "account:" + UUID.randomUUID();

    @Autowired
    JdbcClient sql;

    @Test
    void letsOneOfManyTriesSentAtOnceThrough() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Duration> claim = () -> at(NOON).claim(subject);
            var answers =
                    threads.invokeAll(Stream.generate(() -> claim).limit(20).toList());

            assertThat(answers)
                    .extracting(Future::resultNow)
                    .filteredOn(Duration::isZero)
                    .hasSize(1);
        }
    }

    @Test
    void doublesTheWaitWithEachTryAndForgetsItAfterASuccess() {
        assertThat(at(NOON).claim(subject)).isZero();
        assertThat(at(NOON).left(subject)).isEqualTo(Duration.ofSeconds(1));
        assertThat(at(NOON.plusSeconds(1)).claim(subject)).isZero();
        assertThat(at(NOON.plusSeconds(1)).left(subject)).isEqualTo(Duration.ofSeconds(2));
        assertThat(at(NOON.plusSeconds(2)).claim(subject)).isEqualTo(Duration.ofSeconds(1));

        at(NOON.plusSeconds(3)).succeeded(subject);

        assertThat(at(NOON.plusSeconds(3)).claim(subject)).isZero();
        assertThat(at(NOON.plusSeconds(3)).left(subject)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void waitsNoLongerThanTheLongest() {
        var now = NOON;
        for (var tries = 0; tries < 12; tries++) {
            assertThat(at(now).claim(subject)).isZero();
            now = now.plus(at(now).left(subject));
        }

        assertThat(at(now).claim(subject)).isZero();
        assertThat(at(now).left(subject)).isEqualTo(SignInDelay.LONGEST);
    }

    private SignInDelay at(Instant now) {
        return new SignInDelay(sql, InstantSource.fixed(now));
    }
}
