package dev.interlock.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            autumn: a fixed time fires once             | 30 2 * * *    | Europe/Berlin       | 2026-10-24T12:00:00Z | 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z
            spring: a fixed time fires after the gap    | 30 2 * * *    | Europe/Berlin       | 2026-03-28T12:00:00Z | 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z
            autumn: every half hour fires in both hours | */30 * * * *  | Europe/Berlin       | 2026-10-24T23:59:00Z | 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z
            midnight that does not exist                | 0 0 * * *     | America/Santiago    | 2026-09-05T12:00:00Z | 2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z
            a gap of half an hour                       | 15 2 * * *    | Australia/Lord_Howe | 2026-10-03T00:00:00Z | 2026-10-03T15:30:00Z, 2026-10-04T15:15:00Z
            a plain day                                 | 0 2 * * 1-5   | UTC                 | 2026-11-20T12:00:00Z | 2026-11-23T02:00:00Z, 2026-11-24T02:00:00Z
            """)
    void firesAsAPersonExpects(String name, String cron, String zone, Instant after, String expected) {
        var wanted = Arrays.stream(expected.split(",\\s*")).map(Instant::parse).toList();

        var fired = Timetable.of(cron, zone).between(after, Instant.MAX, wanted.size());

        assertThat(fired).containsExactlyElementsOf(wanted);
    }

    @Test
    void knowsThatAnImpossibleDateNeverFires() {
        assertThat(Timetable.of("0 0 30 2 *", "UTC").next(Instant.parse("2026-01-01T00:00:00Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * * *  | UTC
            @daily       | UTC
            61 * * * *   | UTC
            0 2 * * *    | Europe/Berlyn
            """)
    void refusesWhatItCannotRead(String cron, String zone) {
        assertThatIllegalArgumentException().isThrownBy(() -> Timetable.of(cron, zone));
    }

    @Test
    void refusesACronWithoutEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Timetable.of("1,".repeat(50_000), "UTC"));
    }

    @Test
    void doesNotTakeACronThatCannotBeWorkedOutForOneThatNeverFires() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestRuns.endless().next(Instant.parse("2026-01-01T00:00:00Z")))
                .withMessageContaining("within a second");
    }
}
