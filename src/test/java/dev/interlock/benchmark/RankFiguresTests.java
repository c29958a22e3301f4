package dev.interlock.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.benchmark.RecordedTests.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the ranking of tests to its figures on recorded histories. */
class RankFiguresTests {
    private static final int SEEDS = 5;
    private static final String PLAIN = "Interlock";
    private static final String COST = "Interlock, with duration";
    private static final List<String> WITH_DURATIONS = List.of("abb_iofrol", "deeplearning4j", "dune_debian11");

    @ParameterizedTest
    @CsvSource({
        "abb_iofrol, .605, .628, .433",
        "deeplearning4j, .905, .885, .815",
        "dune_debian11, .925, .935, .920",
    })
    void findsFailingTestsEarly(String history, double apfd, double apfdc, double napfd50) {
        assertThat(mean(history, PLAIN, Found::apfd)).isGreaterThanOrEqualTo(apfd);
        assertThat(mean(history, COST, Found::apfdc)).isGreaterThanOrEqualTo(apfdc);
        assertThat(mean(history, PLAIN, Found::napfd50)).isGreaterThanOrEqualTo(napfd50);
    }

    @ParameterizedTest
    @CsvSource({"tct_titan, .849, .828", "tct_rspec_core, .860, .837"})
    void holdsItsFiguresWithoutDurations(String history, double apfd, double napfd50) {
        assertThat(mean(history, PLAIN, Found::apfd)).isGreaterThanOrEqualTo(apfd - .003);
        assertThat(mean(history, PLAIN, Found::napfd50)).isGreaterThanOrEqualTo(napfd50 - .003);
    }

    @Test
    void findsMostOfWhatAnOracleFindsInAQuarterOfTheTime() {
        var shares = WITH_DURATIONS.stream()
                .map(history -> replay(history, List.of(new Ranking.Oracle())))
                .mapToDouble(replay -> replay.mean(COST, Found::inAQuarter)
                        / replay.mean(new Ranking.Oracle().name(), Found::inAQuarter));

        assertThat(shares.average().orElse(0)).isGreaterThanOrEqualTo(.75);
    }

    @Test
    void noKnownMethodFindsMoreInAQuarterOfTheTimeBeyondChance() {
        for (var history : WITH_DURATIONS) {
            var known = Known.all();
            var replay = replay(history, known);
            for (var method : known) {
                var difference = replay.difference(COST, method.name(), Found::inAQuarter);
                assertThat(difference.high())
                        .as(history + " against " + method.name())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void measuresAnOrderByHand() {
        var found = Found.of(
                List.of(new Execution("a", 1, false), new Execution("b", 2, true), new Execution("c", 1, false)));

        assertThat(found.apfd()).isCloseTo(1 - 2 / 3.0 + 1 / 6.0, within(1e-12));
        assertThat(found.apfdc()).isCloseTo((3 - 1) / 4.0, within(1e-12));
        assertThat(found.napfd50()).isZero();
        assertThat(found.recall().getLast()).isEqualTo(1);
        assertThat(found.inAQuarter()).isZero();
    }

    /** Mean over several orders in which equally urgent tests may come. */
    private static double mean(String history, String method, ToDoubleFunction<Found> measure) {
        var recorded = RecordedTests.read(history);
        return IntStream.range(0, SEEDS)
                .mapToDouble(
                        seed -> Replay.of(recorded, List.of(Ranking.Ours.plain(), Ranking.Ours.cost()), 12_345 + seed)
                                .mean(method, measure))
                .average()
                .orElse(0);
    }

    private static Replay replay(String history, List<Ranking> others) {
        var methods = new ArrayList<Ranking>(others);
        Stream.of(Ranking.Ours.plain(), Ranking.Ours.cost()).forEach(methods::add);
        return Replay.of(RecordedTests.read(history), methods, 12_345);
    }
}
