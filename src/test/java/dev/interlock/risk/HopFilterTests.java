package dev.interlock.risk;

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
        filter.passed(List.of(PAY, BANK), "checkout", null, NOW);

        assertThat(fault(PAY)).isLessThan(.003);
        assertThat(fault(BANK)).isLessThan(.01).isGreaterThan(fault(PAY));
    }

    @Test
    void aBreakingDeploymentOfTheProviderRaisesMoreThanABuildOfTheConsumer() {
        filter.passed(List.of(PAY, BANK), "checkout", null, NOW);
        var before = fault(PAY);

        filter.deployed("orders", Change.BUILD, "1.1", NOW);
        var afterBuild = fault(PAY);
        filter.deployed("payment", Change.BREAKING, "2.0", NOW);

        assertThat(afterBuild).isGreaterThan(before);
        assertThat(fault(PAY) - afterBuild).isGreaterThan(2 * (afterBuild - before));
    }

    @Test
    void aBlamedHopTakesNearlyAll() {
        filter.passed(List.of(PAY, BANK), "checkout", null, NOW);

        filter.failed(List.of(PAY, BANK), BANK, "502", "runs/RUN-1", NOW);

        assertThat(fault(BANK)).isCloseTo(.99, within(1e-6));
        assertThat(fault(PAY)).isLessThan(.01);
        assertThat(filter.cares()).containsEntry("bank", new Care(.5, 0));
    }

    @Test
    void anUnblamedFailureIsSharedByTheOddsOfTheHops() {
        filter.passed(List.of(PAY, BANK), "checkout", null, NOW);

        filter.failed(List.of(PAY, BANK), null, "expected 201", null, NOW);

        assertThat(fault(BANK)).isGreaterThan(fault(PAY)).isGreaterThan(.2);
    }

    @Test
    void aFixLeavesAFifth() {
        filter.failed(List.of(PAY), PAY, "502", null, NOW);

        filter.fixed(PAY, "passes again", null, NOW);

        assertThat(fault(PAY)).isCloseTo(.99 * .2, within(1e-6));
    }

    @Test
    void movesAddUpToTheBeliefHoweverManyThereAre() {
        IntStream.range(0, 100).forEach(i -> {
            filter.deployed("payment", Change.NON_BREAKING, "2." + i, NOW.plusSeconds(i));
            filter.passed(List.of(PAY), "checkout", null, NOW.plusSeconds(i));
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
        filter.passed(List.of(PAY), "checkout", null, NOW);

        var risk = score(2, null);

        assertThat(risk.factors().stream().mapToDouble(Factor::contribution).sum())
                .isCloseTo(Odds.logit(risk.likelihood()), within(1e-9));
        assertThat(risk.explanation()).contains("payment → bank").contains("bank is run by somebody else");
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
    void aRatingMovesTheOddsAndFadesWithEvidence() {
        var unrated = score(null, null).likelihood();
        var rated = score(5, null).likelihood();
        assertThat(Odds.logit(rated) - Odds.logit(unrated)).isCloseTo(Math.log(4), within(1e-9));

        IntStream.range(0, 40).forEach(i -> filter.passed(List.of(PAY, BANK), "checkout", null, NOW));

        assertThat(Odds.logit(score(5, null).likelihood())
                        - Odds.logit(score(null, null).likelihood()))
                .isLessThan(Math.log(4) / 2);
    }

    private PathRisk score(@Nullable Integer rating, @Nullable RiskOverride override) {
        var hops = List.of(PAY, BANK).stream()
                .map(hop -> new RatedHop(hop, filter.find(hop).orElseThrow(), null))
                .toList();
        return new PathScorer(NOW)
                .score(new PathFacts(new PathKey("pay"), hops, rating, 4, "payment is critical"), override, true);
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
