package dev.interlock.catalog.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathShapeTests {
    private static final Set<ServiceKey> KNOWN =
            keys("web", "orders", "payment", "bank", "stock").collect(Collectors.toSet());

    @Test
    void fillsInWhichHopFollowsWhich() {
        var hops = PathRules.check(
                branches(hop("web", "orders", null), hop("orders", "payment", null), hop("orders", "stock", null)),
                KNOWN);

        assertThat(hops).extracting(Hop::after).containsExactly(null, 0, 0);
    }

    @Test
    void makesAChainOfServices() {
        var draft = PathDraft.chain(
                PathKey.of("pay"), "", keys("web", "orders", "payment").toList());

        assertThat(PathRules.check(draft, KNOWN))
                .extracting(Hop::edge)
                .containsExactly("web -> orders", "orders -> payment");
    }

    @Test
    void refusesALoopAndAGapAndACallOfItself() {
        assertFault(branches(hop("web", "orders", null), hop("orders", "web", null)), "lead back");
        assertFault(branches(hop("web", "orders", null), hop("payment", "bank", null)), "where no earlier hop ends");
        assertFault(branches(hop("web", "web", null)), "calls itself");
        assertFault(branches(hop("web", "orders", null), hop("orders", "bank", 7)), "follows hop 7");
    }

    @Test
    void tellsAllFaultsTogether() {
        var draft = new PathDraft(
                PathKey.of("pay"),
                "x".repeat(300),
                keys("web", "ordrs", "paymnt").toList(),
                List.of(),
                7,
                0,
                List.of(),
                "Team!",
                Origin.MODELLED);

        assertThatThrownBy(() -> PathRules.check(draft, KNOWN))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(Finding::problem)
                                .contains(
                                        "2 of 3 services are unknown: ordrs, paymnt",
                                        "is 7",
                                        "is 0",
                                        "has 300 characters"));
    }

    @Test
    void asksForAtLeastTwoServices() {
        assertFault(PathDraft.chain(PathKey.of("pay"), "", keys("web").toList()), "hold no integration");
    }

    private static void assertFault(PathDraft draft, String words) {
        assertThatThrownBy(() -> PathRules.check(draft, KNOWN))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .anyMatch(finding -> finding.problem().contains(words)));
    }

    private static PathDraft branches(Hop... hops) {
        return new PathDraft(
                PathKey.of("pay"), "", List.of(), List.of(hops), null, null, List.of(), "", Origin.MODELLED);
    }

    private static Hop hop(String consumer, String provider, @Nullable Integer after) {
        return new Hop(ServiceKey.of(consumer), ServiceKey.of(provider), null, Mode.SYNC, after);
    }

    private static java.util.stream.Stream<ServiceKey> keys(String... keys) {
        return Arrays.stream(keys).map(ServiceKey::of);
    }
}
