package dev.interlock.risk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interlock.catalog.PathKey;
import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import dev.interlock.risk.PathFacts.RatedHop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HopFilterTests {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final HopId PAY = new HopId("orders", "payment");
    private static final HopId BANK = new HopId("payment", "bank");

    private final HopFilter filter = filter();

    @Test
    void aHopNeverSeenWorkingStartsByItsStructure() {
        assertThat(fault(PAY)).isCloseTo(Odds.probability(-2.5), within(1e-9));
        assertThat(fault(BANK)).isCloseTo(Odds.probability(-2.5 + .7 + .5), within(1e-9));
    }

    @Test
    void theFirstPassBringsAHopNearZero() {
        passed(PAY, BANK);

        assertThat(fault(PAY)).isLessThan(.003);
        assertThat(fault(BANK)).isLessThan(.01).isGreaterThan(fault(PAY));
    }

    @Test
    void aBreakingDeploymentOfTheProviderRaisesMoreThanABuildOfTheConsumer() {
        passed(PAY, BANK);
        var before = fault(PAY);

        filter.deployed("orders", Change.BUILD, "1.1", NOW);
        var afterBuild = fault(PAY);
        filter.deployed("payment", Change.BREAKING, "2.0", NOW);

        assertThat(afterBuild).isGreaterThan(before);
        assertThat(fault(PAY) - afterBuild).isGreaterThan(2 * (afterBuild - before));
    }

    @Test
    void aBlamedHopTakesNearlyAll() {
        passed(PAY, BANK);

        failed(BANK, PAY, BANK);

        assertThat(fault(BANK)).isGreaterThan(.95);
        assertThat(fault(PAY)).isLessThan(.05);
    }

    @Test
    void anUnblamedFailureIsSharedByTheOddsOfTheHops() {
        passed(PAY, BANK);

        failed(null, PAY, BANK);

        assertThat(fault(BANK)).isGreaterThan(fault(PAY)).isGreaterThan(.1);
    }

    @Test
    void aFixLeavesLittleAndTeachesWhoWasCareless() {
        passed(PAY, BANK);
        filter.deployed("bank", Change.BREAKING, "2.0", NOW);
        failed(BANK, PAY, BANK);

        filter.fixed(BANK, "passes again", null, NOW);

        assertThat(fault(BANK)).isCloseTo(.1, within(.01));
        assertThat(requireNonNull(filter.cares().get("bank")).blamed()).isCloseTo(1, within(.05));
    }

    @Test
    void aFixTakesBackTheSuspicionOfOtherHops() {
        passed(PAY, BANK);
        var before = fault(PAY);
        failed(null, PAY, BANK);
        var suspected = fault(PAY);

        filter.fixed(BANK, "the bank was at fault", null, NOW);

        assertThat(suspected).isGreaterThan(10 * before);
        assertThat(fault(PAY)).isCloseTo(before, within(1e-3));
    }

    @Test
    void laterPassesTakeBackAFailureNothingExplained() {
        passed(PAY, BANK);
        failed(null, PAY, BANK);
        var suspected = fault(BANK);

        IntStream.range(0, 8).forEach(i -> passed(PAY, BANK));

        assertThat(fault(BANK)).isLessThan(suspected / 10);
    }

    @Test
    void aServiceThatIsOutIsNoFaultOfTheProduct() {
        var filter = new HopFilter();
        var hops =
                IntStream.range(0, 8).mapToObj(i -> new HopId("c" + i, "hub")).toList();
        hops.forEach(hop -> filter.structure(facts(hop, false, true), NOW));
        hops.forEach(hop -> filter.verified(hop, "by hand", NOW));

        var out = filter.outcomes(
                hops.stream().map(hop -> showing(true, null, hop)).toList());

        assertThat(out.get("hub")).isGreaterThan(.95);
        assertThat(filter.beliefs().values()).allMatch(belief -> belief.fault() < .001);
    }

    @Test
    void theSameEventsGiveTheSameNumbers() {
        var other = filter();
        List.of(filter, other).forEach(each -> {
            each.outcomes(List.of(showing(false, null, PAY, BANK)));
            each.deployed("payment", Change.BREAKING, "2.0", NOW);
            each.outcomes(List.of(showing(true, null, PAY, BANK)));
            each.fixed(PAY, "mended", null, NOW);
        });

        assertThat(other.beliefs()).isEqualTo(filter.beliefs());
    }

    @Test
    void movesAddUpToTheBeliefHoweverManyThereAre() {
        IntStream.range(0, 100).forEach(i -> {
            filter.deployed("payment", Change.NON_BREAKING, "2." + i, NOW.plusSeconds(i));
            passed(PAY);
        });

        var belief = filter.find(PAY).orElseThrow();
        assertThat(belief.moves()).hasSizeLessThanOrEqualTo(24);
        assertThat(belief.moves().stream().mapToDouble(Move::delta).sum()).isCloseTo(belief.logOdds(), within(1e-9));
        assertThat(belief.moves().stream().mapToInt(Move::count).sum()).isGreaterThan(150);
    }

    @Test
    void anInterfaceOnFileLowersAHopThatWasNeverSeenWorking() {
        var before = fault(BANK);

        filter.structure(facts(BANK, true, true), NOW);

        assertThat(fault(BANK)).isLessThan(before);
    }

    @Test
    void contributionsAddUpToTheLikelihoodShown() {
        filter.deployed("payment", Change.BREAKING, "2.0", NOW);
        passed(PAY);

        var risk = score(2, null);

        assertThat(risk.factors().stream().mapToDouble(Factor::contribution).sum())
                .isCloseTo(Odds.logit(risk.likelihood()), within(1e-9));
        assertThat(risk.explanation()).contains("payment → bank").contains("bank is run by somebody else");
    }

    @Test
    void aPathOfOneHopSaysNothingOfTheNumberOfHopsAndNeverCallsAnythingCertain() {
        failed(PAY, PAY);
        var hop = new RatedHop(
                PAY,
                filter.find(PAY).orElseThrow(),
                filter.reach(PAY, List.of(PAY).toString()),
                null);

        var risk = new PathScorer(NOW)
                .score(
                        new PathFacts(new PathKey("pay"), List.of(hop), filter.usualReach(), null, null, 4, "critical"),
                        null,
                        true);

        assertThat(risk.factors()).extracting(Factor::name).doesNotContain("number of hops");
        assertThat(risk.factors().stream().mapToDouble(Factor::contribution).sum())
                .isCloseTo(Odds.logit(risk.likelihood()), within(1e-9));
        assertThat(risk.explanation()).contains("over 99 % likely broken");
    }

    @Test
    void theScoreIsTwentyTimesLikelihoodTimesImpact() {
        var risk = score(null, null);
        var expected = 1 - (1 - .7 * fault(PAY)) * (1 - .7 * fault(BANK));

        assertThat(risk.likelihood()).isCloseTo(expected, within(1e-9));
        assertThat(risk.score()).isCloseTo(20 * expected * 4, within(.05));
        assertThat(risk.confidence()).isZero();
    }

    @Test
    void anOverrideShowsTheComputedValueBesideIt() {
        var override = new RiskOverride(.9, 5, "audit next week", LocalDate.parse("2026-11-30"), "Ana");

        var risk = score(null, override);

        assertThat(risk.score()).isEqualTo(90);
        assertThat(risk.computed()).isEqualTo(score(null, null));
    }

    @Test
    void anOverrideEndsAfterItsLastDay() {
        var override = new RiskOverride(.9, 5, "audit", LocalDate.parse("2026-11-22"), "Ana");

        assertThat(score(null, override).override()).isNull();
    }

    @Test
    void aRatingMovesTheOddsUntilThePathWasSeenWorking() {
        var unrated = score(null, null).likelihood();
        var rated = score(5, null).likelihood();
        assertThat(Odds.logit(rated) - Odds.logit(unrated)).isCloseTo(Math.log(4), within(1e-9));

        passed(PAY, BANK);

        assertThat(score(5, null).likelihood()).isEqualTo(score(null, null).likelihood());
    }

    private void passed(HopId... hops) {
        filter.outcomes(List.of(showing(false, null, hops)));
    }

    private void failed(@Nullable HopId blamed, HopId... hops) {
        filter.outcomes(List.of(showing(true, blamed, hops)));
    }

    private static Showing showing(boolean failed, @Nullable HopId blamed, HopId... hops) {
        var path = List.of(hops).toString();
        return new Showing("checkout", path, List.of(hops), failed, false, blamed, "checkout", "runs/RUN-1", NOW);
    }

    private PathRisk score(@Nullable Integer rating, @Nullable RiskOverride override) {
        var hops = List.of(PAY, BANK).stream()
                .map(hop -> new RatedHop(hop, filter.find(hop).orElseThrow(), filter.usualReach(), null))
                .toList();
        return new PathScorer(NOW)
                .score(
                        new PathFacts(
                                new PathKey("pay"), hops, filter.usualReach(), null, rating, 4, "payment is critical"),
                        override,
                        true);
    }

    private double fault(HopId hop) {
        return filter.find(hop).orElseThrow().fault();
    }

    private static HopFilter filter() {
        var filter = new HopFilter();
        filter.structure(facts(PAY, false, true), NOW);
        filter.structure(facts(BANK, true, false), NOW);
        return filter;
    }

    private static HopFacts facts(HopId hop, boolean thirdParty, boolean interfaceOnFile) {
        return new HopFacts(
                hop, thirdParty, false, interfaceOnFile, Teams.NOT_KNOWN, false, false, Tested.PASSED, 20, 2);
    }
}
