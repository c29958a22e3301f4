package dev.interlock.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ingest.report.RenameFinder.Pair;
import dev.interlock.ingest.report.SeenNames.Name;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameFinderTests {
    private static final Name PAYS = new Name("shop.OrderTest", "paysTheOrder");
    private static final Name LISTS = new Name("shop.OrderTest", "listsOrders");

    private final SeenNames seen = SeenNames.none();

    @Test
    void findsAMethodUnderASimilarName() {
        var now = new Name("shop.OrderTest", "paysOrder");

        assertThat(RenameFinder.pairs(List.of(now), List.of(LISTS, PAYS)))
                .singleElement()
                .extracting(Pair::former)
                .isEqualTo(PAYS);
    }

    @Test
    void findsAClassThatMovedWithCertainty() {
        var now = new Name("shop.order.OrderTest", "paysTheOrder");

        assertThat(RenameFinder.pairs(List.of(now), List.of(PAYS)))
                .singleElement()
                .extracting(Pair::similarity)
                .isEqualTo(1.0);
    }

    @Test
    void takesOtherTestsOfTheSameClassForOtherTests() {
        assertThat(RenameFinder.pairs(List.of(LISTS), List.of(PAYS))).isEmpty();
    }

    @Test
    void takesFurtherParametersAndNumbersForNoRename() {
        var before = new Name("shop.OrderTest", "pays[1]");
        assertThat(RenameFinder.pairs(List.of(new Name("shop.OrderTest", "pays[2]")), List.of(before)))
                .isEmpty();
        assertThat(RenameFinder.pairs(
                        List.of(new Name("shop.OrderTest", "step2")), List.of(new Name("shop.OrderTest", "step1"))))
                .isEmpty();
    }

    @Test
    void pairsEachNameOnce() {
        var one = new Name("a.OrderTest", "paysTheOrder");
        var two = new Name("b.OrderTest", "paysTheOrder");

        assertThat(RenameFinder.pairs(List.of(one, two), List.of(PAYS))).hasSize(1);
    }

    @Test
    void knowsWhatVanishedFromAReportThatComesAgain() {
        seen.add(List.of(PAYS, LISTS));

        assertThat(seen.vanished(Set.of(LISTS, new Name("shop.OrderTest", "new"))))
                .containsExactly(PAYS);
    }

    @Test
    void takesAnotherPartOfTheSuiteForNoReplacement() {
        seen.add(List.of(PAYS, LISTS));
        var part = List.of(new Name("shop.CartTest", "a"), new Name("shop.CartTest", "b"));
        assertThat(seen.vanished(Set.copyOf(part))).isEmpty();
        seen.add(part);

        assertThat(seen.vanished(Set.of(PAYS, LISTS))).isEmpty();
    }

    @Test
    void keepsNamesWhenPacked() {
        seen.add(List.of(PAYS, new Name("", "größer → kleiner")));

        var again = SeenNames.unpacked(seen.packed());

        assertThat(again.knows(PAYS)).isTrue();
        assertThat(again.knows(new Name("", "größer → kleiner"))).isTrue();
        assertThat(again.knows(LISTS)).isFalse();
    }

    @Test
    void forgetsWhatWasNotSeenForLong() {
        seen.add(List.of(PAYS));
        for (var i = 0; i < 50; i++) {
            seen.add(List.of(LISTS));
        }

        assertThat(seen.knows(PAYS)).isFalse();
        assertThat(seen.knows(LISTS)).isTrue();
    }
}
