package dev.interlock.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueChoiceTests {
    private static final Instant NOW = Instant.parse("2026-05-05T10:00:30Z");
    private static final List<Instant> SEVEN_WITH_ONE_ON_TIME = IntStream.rangeClosed(0, 6)
            .mapToObj(i -> NOW.minusSeconds(30).minus(Duration.ofHours(6L - i)))
            .toList();

    @ParameterizedTest
    @CsvSource({"SKIP,1", "RUN_ONCE,1", "RUN_ALL,5"})
    void startsWhatThePolicySaysAndAccountsForTheRest(Missed policy, int started) {
        var choice = DueChoice.of(SEVEN_WITH_ONE_ON_TIME, NOW, policy);

        assertThat(choice.started()).hasSize(started).last().isEqualTo(SEVEN_WITH_ONE_ON_TIME.getLast());
        assertThat(choice.leftOut())
                .hasSize(7 - started)
                .allSatisfy(left -> assertThat(left.reason()).isNotBlank());
    }

    @Test
    void startsNothingThatIsLateWhenMissedTimesAreSkipped() {
        var late = List.of(NOW.minus(Duration.ofHours(2)));

        assertThat(DueChoice.of(late, NOW, Missed.SKIP).started()).isEmpty();
        assertThat(DueChoice.of(late, NOW, Missed.RUN_ONCE).started()).isEqualTo(late);
    }
}
