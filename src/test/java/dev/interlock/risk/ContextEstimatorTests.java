package dev.interlock.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.risk.ContextEstimator.Result;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextEstimatorTests {
    private static final Result PASS = new Result(0, 100);
    private static final Result FAIL = new Result(1, 300);

    private final ContextEstimator estimator = new ContextEstimator();

    @ParameterizedTest
    @CsvSource({
        "0, 0, -1, 0, 0",
        "1, 0, -1, 0, 1",
        "4, 0, -1, 0, 2",
        "5, 0, -1, 0, 3",
        "64, 0, -1, 0, 4",
        "65, 0, -1, 0, 5",
        "3, 1, 0, 1, 6",
        "3, 2, 0, 2, 7",
        "9, 5, 0, 5, 8",
        "9, 1, 1, 0, 9",
        "9, 3, 1, 0, 10",
        "9, 4, 1, 0, 11",
        "9, 1, 2, 0, 12",
        "9, 1, 4, 0, 15",
        "9, 1, 8, 0, 18",
        "99, 1, 32, 0, 24",
        "99, 9, 33, 0, 29",
    })
    void placesATestByItsRecord(int runs, int fails, int gap, int streak, int bucket) {
        assertThat(new TestTrack(0, 0, runs, fails, gap, streak, 0, 0, 0).bucket())
                .isEqualTo(bucket);
    }

    @Test
    void aNewTestStartsAtTheProjectsRateButAtLeastATenth() {
        assertThat(estimator.probability("new")).isCloseTo(.1, within(1e-12));
    }

    @Test
    void followsTheFormulaAfterOneFailure() {
        estimator.learn(Map.of("a", FAIL));

        var projectFailed = .99 + 1;
        var projectSeen = .99 * 10 + 1;
        assertThat(estimator.pool().projectRate()).isCloseTo(projectFailed / projectSeen, within(1e-12));
        var ofState = .6 * .8;
        assertThat(estimator.probability("a")).isCloseTo((4 * ofState + 1) / (4 + 1), within(1e-12));
    }

    @Test
    void countsAVerdictInTheStateBeforeTheRun() {
        estimator.learn(Map.of("a", FAIL, "b", PASS));
        estimator.learn(Map.of("a", FAIL, "b", PASS));

        var pool = estimator.pool();
        assertThat(pool.seen(0)).isCloseTo(2 * .995, within(1e-12));
        assertThat(pool.seen(6)).isEqualTo(1);
        assertThat(pool.rate(6)).isCloseTo((1 + 20 * .48) / 21, within(1e-12));
        assertThat(pool.seen(1)).isEqualTo(1);
    }

    @Test
    void aMixedVerdictCountsHalfAndMovesGapLikeAPass() {
        var track = TestTrack.unseen().after(1).after(TestTrack.MIXED);

        assertThat(track.gap()).isEqualTo(1);
        assertThat(track.streak()).isZero();
        assertThat(track.fails()).isEqualTo(2);
        assertThat(track.failures()).isCloseTo(.7 + .5, within(1e-12));
        assertThat(TestTrack.unseen().after(TestTrack.MIXED).gap()).isEqualTo(TestTrack.NEVER);
    }

    @Test
    void aRatingFadesWithRuns() {
        var track = TestTrack.unseen();
        var pool = ContextPool.empty();

        var unrated = ContextEstimator.probability(track, pool, 3);
        var rated = ContextEstimator.probability(track, pool, 5);

        assertThat(rated / (1 - rated)).isCloseTo(4 * unrated / (1 - unrated), within(1e-9));
        assertThat(Odds.ofRating(5, 8)).isCloseTo(Math.log(4) / 2, within(1e-12));
    }

    @Test
    void durationsAreSmoothed() {
        estimator.learn(Map.of("a", new Result(0, 100)));
        estimator.learn(Map.of("a", new Result(0, 200)));

        assertThat(estimator.track("a").tookMs()).isCloseTo(130, within(1e-9));
        assertThat(estimator.medianMs()).contains(130.0);
    }

    @Test
    void correctingAVerdictEqualsHavingCountedIt() {
        var corrected = ContextPool.empty();
        corrected.startRun();
        corrected.count(3, 0);
        corrected.correct(3, 0, 1);
        var counted = ContextPool.empty();
        counted.startRun();
        counted.count(3, 1);

        assertThat(corrected.values()).containsExactly(counted.values());
    }

    @Test
    void keepsItsValuesThroughStoring() {
        estimator.learn(Map.of("a", FAIL, "b", PASS));

        assertThat(ContextPool.of(estimator.pool().values()).values())
                .containsExactly(estimator.pool().values());
    }

    @Test
    void explainsTheProbabilityInWords() {
        estimator.learn(Map.of("a", FAIL));
        estimator.learn(Map.of("a", PASS));

        assertThat(ContextEstimator.explanation(estimator.track("a"), estimator.pool(), 4))
                .startsWith("failed 1 run ago, 1 failure in 2 runs; such tests fail in")
                .contains("rated likelihood 4 → p = ");
    }

    @Test
    void confidenceFallsWithIdleDaysButTheProbabilityDoesNot() {
        var track = TestTrack.unseen().after(0).after(0).after(0);

        var fresh = track.confidence(Duration.ZERO);
        var old = track.confidence(Duration.ofDays(45));

        assertThat(fresh).isCloseTo(2.19 / (2.19 + 4), within(1e-12));
        assertThat(old).isCloseTo(1.095 / (1.095 + 4), within(1e-12));
    }

    @Test
    void callsATestUnreliableOnlyAfterEnoughFailures() {
        var track = TestTrack.unseen().after(TestTrack.MIXED);
        assertThat(track.flakiness(.3)).isCloseTo((1 + .6) / 3, within(1e-12));
        assertThat(track.isUnreliable(.3)).isFalse();

        for (var run = 0; run < 6; run++) {
            track = track.after(TestTrack.MIXED);
        }

        assertThat(track.isUnreliable(.3)).isTrue();
    }

    @Test
    void expectsTheMedianOfANewTestAndNeverLessThanAThousandthOfIt() {
        assertThat(ContextEstimator.expectedMs(TestTrack.unseen(), 2000)).isEqualTo(2000);
        assertThat(ContextEstimator.expectedMs(TestTrack.unseen().took(1), 2000))
                .isEqualTo(2);
        assertThat(ContextEstimator.expectedMs(TestTrack.unseen().took(50), 2000))
                .isEqualTo(50);
    }
}
