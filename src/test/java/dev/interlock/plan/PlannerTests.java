package dev.interlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.PathKey;
import dev.interlock.plan.Candidate.CoveredPath;
import dev.interlock.plan.LeftOut.Why;
import dev.interlock.plan.PlanInputs.PathWeight;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannerTests {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PathKey PAY = new PathKey("pay");
    private static final PathKey SHIP = new PathKey("ship");
    private static final Map<PathKey, PathWeight> PATHS =
            Map.of(PAY, new PathWeight(30, 5), SHIP, new PathWeight(10, 2));

    @Test
    void takesEverythingWithoutATimeBox() {
        var selection = plan(List.of(test("a", .1, 10, PAY), test("b", .2, 10, SHIP)), null);

        assertThat(selection.tests()).hasSize(2);
        assertThat(selection.riskCovered()).isEqualTo(100);
        assertThat(selection.riskLeft()).isZero();
        assertThat(selection.nextBest()).isNull();
    }

    @Test
    void choosesTheRiskiestForTheTimeAndSaysWhatMoreTimeBrings() {
        var tests = List.of(test("cheap", .2, 10, PAY), test("dear", .2, 50, PAY), test("other", .1, 30, SHIP));

        var selection = plan(tests, Duration.ofSeconds(45));

        assertThat(keys(selection)).containsExactly("cheap", "other");
        assertThat(selection.tests().getFirst().reason())
                .isEqualTo("first to cover pay (score 30.0), fails in 20 % of cases");
        assertThat(selection.out()).singleElement().satisfies(out -> {
            assertThat(out.why()).isEqualTo(Why.TOO_LONG);
            assertThat(out.reason()).contains("50 s");
        });
        assertThat(selection.nextBest()).isNotNull();
        assertThat(selection.expected()).isEqualTo(Duration.ofSeconds(40));
        assertThat(selection.curve()).extracting(CurvePoint::covered).containsExactly(75.0, 100.0);
    }

    @Test
    void withoutAnyResultWhatIsMostCriticalMustRunAndThePlanSaysSo() {
        var tests = List.of(
                new Candidate(new TestKey("crit"), .001, 5, seconds(30), seconds(30), false, null, over(PAY)),
                new Candidate(new TestKey("quick"), .5, 2, seconds(1), seconds(1), false, null, over(SHIP)));

        var selection = Planner.plan(inputs(tests, Duration.ofSeconds(30), 1, Set.of(), Set.of(), Map.of(), Map.of())
                .withFallback());

        assertThat(keys(selection)).containsExactly("crit");
        assertThat(selection.tests().getFirst().pinned())
                .as("the gate asks every test unless a person pins some")
                .isFalse();
        assertThat(selection.tests().getFirst().reason()).startsWith("must run: covers pay");
        assertThat(selection.notes())
                .singleElement()
                .asString()
                .contains("None of these tests has a result here yet")
                .contains("one test must run");
    }

    @Test
    void oldResultsAreSaidAndRecentOnesNeedNoFallback() {
        var old = new Candidate(
                new TestKey("crit"),
                .001,
                5,
                seconds(30),
                seconds(30),
                true,
                NOW.minus(Duration.ofDays(20)),
                over(PAY));
        var fresh = new Candidate(
                new TestKey("quick"), .5, 2, seconds(1), seconds(1), true, NOW.minus(Duration.ofDays(1)), over(SHIP));

        var stale = Planner.plan(inputs(List.of(old), null, 1, Set.of(), Set.of(), Map.of(), Map.of())
                .withFallback());
        var current = Planner.plan(inputs(List.of(old, fresh), null, 1, Set.of(), Set.of(), Map.of(), Map.of())
                .withFallback());

        assertThat(stale.notes()).singleElement().asString().contains("20 days old");
        assertThat(current.notes()).isEmpty();
        assertThat(current.tests()).noneMatch(SelectedTest::pinned);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static List<CoveredPath> over(PathKey path) {
        return List.of(new CoveredPath(path, 1));
    }

    @Test
    void pinsComeFirstEvenBeyondTheBox() {
        var inputs = inputs(
                List.of(test("a", .5, 10, PAY), test("must", .001, 60, SHIP)),
                Duration.ofSeconds(30),
                1,
                Set.of(new TestKey("must")),
                Set.of(),
                Map.of(),
                Map.of());

        var selection = Planner.plan(inputs);

        assertThat(keys(selection)).containsExactly("must");
        assertThat(selection.tests().getFirst().pinned()).isTrue();
    }

    @Test
    void setsDroppedBlockedAndQuarantinedTestsApartWithTheReason() {
        var tests =
                List.of(test("a", .1, 10, PAY), test("b", .1, 10, PAY), test("c", .1, 10, PAY), test("d", .1, 10, PAY));
        var inputs = inputs(
                tests,
                Duration.ofSeconds(10),
                1,
                Set.of(),
                Set.of(new TestKey("a")),
                Map.of(new TestKey("b"), "flaky login"),
                Map.of(new TestKey("c"), "bank is unreachable"));

        var selection = Planner.plan(inputs);

        assertThat(keys(selection)).containsExactly("d");
        assertThat(selection.out())
                .containsExactly(
                        new LeftOut(new TestKey("a"), Why.DROPPED, "dropped by hand"),
                        new LeftOut(new TestKey("b"), Why.QUARANTINED, "flaky login"),
                        new LeftOut(new TestKey("c"), Why.BLOCKED, "bank is unreachable"));
    }

    @Test
    void aQuarantinedTestRunsLastWhenThereIsTime() {
        var inputs = inputs(
                List.of(test("a", .9, 1, PAY), test("b", .1, 1, PAY)),
                null,
                1,
                Set.of(),
                Set.of(),
                Map.of(new TestKey("a"), "flaky login"),
                Map.of());

        var selection = Planner.plan(inputs);

        assertThat(keys(selection)).containsExactly("b", "a");
        assertThat(selection.tests().getLast().reason()).contains("does not count for the gate");
    }

    @Test
    void workersShareTheTime() {
        var tests =
                IntStream.range(0, 8).mapToObj(i -> test("t" + i, .1, 10, PAY)).toList();

        var selection = Planner.plan(inputs(tests, Duration.ofSeconds(20), 4, Set.of(), Set.of(), Map.of(), Map.of()));

        assertThat(selection.tests()).hasSize(8);
        assertThat(selection.expected()).isEqualTo(Duration.ofSeconds(20));
        assertThat(selection.p90()).isGreaterThan(selection.expected());
    }

    @Test
    void keepsATenthOfASmallBoxForWhatDidNotRunLongest() {
        var tests = new ArrayList<Candidate>();
        IntStream.range(0, 30).forEach(i -> tests.add(test("t%02d".formatted(i), .3, 10, PAY)));
        var starving = new Candidate(
                new TestKey("starving"),
                .0001,
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                true,
                null,
                List.of());
        tests.add(starving);

        var selection = plan(tests, Duration.ofSeconds(100));

        assertThat(keys(selection)).contains("starving");
        assertThat(selection.tests().getLast().reason()).isEqualTo("kept from starving: never ran here");
        assertThat(selection.expected()).isLessThanOrEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void namesTheSmallestBoxThatWorks() {
        var selection = plan(List.of(test("a", .1, 30, PAY), test("b", .1, 20, SHIP)), Duration.ofSeconds(5));

        assertThat(selection.tests()).isEmpty();
        assertThat(selection.smallestBudget()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theSameInputsGiveTheSameSelectionInAnyOrder() {
        var tests = TestPlans.large(7, 60, Duration.ofMinutes(1)).tests();
        var shuffled = new ArrayList<>(tests);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(plan(shuffled, Duration.ofSeconds(100))).isEqualTo(plan(tests, Duration.ofSeconds(100)));
    }

    @Test
    void comesWithinOnePercentOfTheOptimumOnSmallInstances() {
        for (var seed = 0; seed < 200; seed++) {
            var inputs = TestPlans.small(seed, 6 + seed % 9, 1);

            assertThat(Planner.objective(inputs))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(.99 * TestPlans.optimum(inputs));
        }
    }

    @Test
    void comesWithinOnePercentOfTheOptimumWithSeveralWorkers() {
        for (var seed = 0; seed < 60; seed++) {
            var inputs = TestPlans.small(seed, 5 + seed % 5, 2 + seed % 2);

            assertThat(Planner.objective(inputs))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(.99 * TestPlans.optimum(inputs));
        }
    }

    @Test
    void plansTenThousandTestsOverTenThousandPathsWithoutPause() {
        var inputs = TestPlans.large(3, 10_000, Duration.ofHours(2));

        var quickest = Long.MAX_VALUE;
        for (var round = 0; round < 6; round++) {
            var start = System.nanoTime();
            Planner.plan(inputs);
            quickest = Math.min(quickest, System.nanoTime() - start);
        }

        var selection = Planner.plan(inputs);
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofSeconds(2));
        assertThat(selection.tests().size() + selection.out().size()).isEqualTo(10_000);
    }

    @Test
    void saysWhatOneMoreMinuteAndTenMoreBring() {
        var tests = List.of(test("a", .2, 30, PAY), test("b", .1, 40, SHIP), test("c", .1, 500, SHIP));

        var selection = plan(tests, Duration.ofSeconds(30));

        assertThat(selection.moreTime())
                .containsExactly(
                        new MoreTime(Duration.ofMinutes(1), 1, 25.0), new MoreTime(Duration.ofMinutes(10), 2, 25.0));
    }

    @Test
    void findsTheSmallestBudgetForAWantedShare() {
        var inputs = TestPlans.large(5, 300, Duration.ofMinutes(1));

        var budget = Planner.smallestBudget(inputs, 60).orElseThrow();

        assertThat(covered(inputs, budget)).isGreaterThanOrEqualTo(60);
        assertThat(covered(inputs, budget.multipliedBy(9).dividedBy(10))).isLessThan(60);
        assertThat(Planner.smallestBudget(inputs, 100)).isEmpty();
    }

    private static double covered(PlanInputs inputs, Duration budget) {
        return Planner.plan(new PlanInputs(
                        inputs.tests(),
                        inputs.paths(),
                        budget,
                        inputs.workers(),
                        inputs.pins(),
                        inputs.drops(),
                        inputs.quarantined(),
                        inputs.blocked(),
                        NOW))
                .riskCovered();
    }

    private static Selection plan(List<Candidate> tests, @Nullable Duration budget) {
        return Planner.plan(inputs(tests, budget, 1, Set.of(), Set.of(), Map.of(), Map.of()));
    }

    private static PlanInputs inputs(
            List<Candidate> tests,
            @Nullable Duration budget,
            int workers,
            Set<TestKey> pins,
            Set<TestKey> drops,
            Map<TestKey, String> quarantined,
            Map<TestKey, String> blocked) {
        return new PlanInputs(tests, PATHS, budget, workers, pins, drops, quarantined, blocked, NOW);
    }

    private static Candidate test(String key, double probability, int seconds, PathKey path) {
        return new Candidate(
                new TestKey(key),
                probability,
                PATHS.getOrDefault(path, new PathWeight(0, 1)).impact(),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds + 5L),
                true,
                NOW.minusSeconds(3600),
                List.of(new CoveredPath(path, 1)));
    }

    private static List<String> keys(Selection selection) {
        return selection.tests().stream().map(test -> test.key().value()).toList();
    }
}
