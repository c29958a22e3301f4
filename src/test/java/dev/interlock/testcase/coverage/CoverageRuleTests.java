package dev.interlock.testcase.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Mode;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageRuleTests {
    private static final IntegrationPath PAY = path(
            "pay",
            hop("gateway", "orders", "POST /orders"),
            hop("orders", "payment", null),
            hop("payment", "bank", null));
    private static final IntegrationPath BROWSE =
            path("browse", hop("gateway", "cart", null), hop("cart", "catalog", null));

    @Test
    void aCallOfTheEntryTravelsAllHopsWhenItsOperationIsNamed() {
        assertThat(hops(PAY, Map.of("gateway", List.of("POST /orders")))).containsExactly(0, 1, 2);
    }

    @Test
    void aCallOfTheEntryThatLeadsElsewhereTravelsNothing() {
        assertThat(hops(PAY, Map.of("gateway", List.of("GET /cart")))).isEmpty();
        assertThat(hops(BROWSE, Map.of("gateway", List.of("GET /cart")))).containsExactly(0, 1);
    }

    @Test
    void aCallPastTheEntryTravelsWhatFollowsOnly() {
        assertThat(hops(PAY, Map.of("orders", List.of("POST /orders")))).containsExactly(1, 2);
    }

    @Test
    void anOperationThePathDoesNotTakeTravelsNothing() {
        assertThat(hops(PAY, Map.of("orders", List.of("GET /orders")))).isEmpty();
    }

    @Test
    void callingBothEndsExercisesTheHopBetween() {
        var calls = Map.of("cart", List.of("GET /lines"), "catalog", List.of("GET /products"));

        assertThat(hops(path("lines", hop("gateway", "cart", null), hop("cart", "catalog", null)), calls))
                .contains(1);
    }

    @Test
    void theTestStandsInForACallerWithoutInterface() {
        var web = path("web", hop("web", "orders", "POST /orders"), hop("orders", "payment", null));

        assertThat(hops(web, Map.of("orders", List.of("POST /orders")))).containsExactly(0, 1);
        assertThat(hops(web, Map.of("payment", List.of("POST /charges")))).isEmpty();
    }

    @Test
    void branchesFollowTheHopTheyName() {
        var branch = path(
                "branch",
                hop("gateway", "orders", "POST /orders"),
                hop("orders", "payment", null),
                new Hop(new ServiceKey("orders"), new ServiceKey("shipping"), null, Mode.ASYNC, 0));

        assertThat(hops(branch, Map.of("gateway", List.of("POST /orders")))).containsExactly(0, 1, 2);
    }

    @Test
    void aPathAPersonNamesIsCoveredAsAWholeWhenNothingIsKnownOfIt() {
        var landscape = landscape();

        assertThat(CoverageRule.named(BROWSE, Map.of(), landscape)).containsExactly(0, 1);
    }

    private static Set<Integer> hops(IntegrationPath path, Map<String, List<String>> calls) {
        var byKey = calls.entrySet().stream()
                .collect(Collectors.toMap(entry -> new ServiceKey(entry.getKey()), Map.Entry::getValue));
        return CoverageRule.hops(path, byKey, landscape());
    }

    private static Landscape landscape() {
        var described = Set.of("gateway", "orders", "payment", "cart", "catalog").stream()
                .map(ServiceKey::new)
                .collect(Collectors.toSet());
        var ship = path("ship", hop("orders", "shipping", null), hop("cart", "stock", null));
        return Landscape.of(described, List.of(PAY, BROWSE, ship));
    }

    private static IntegrationPath path(String key, Hop... hops) {
        var services = new LinkedHashSet<ServiceKey>();
        Arrays.stream(hops).forEach(hop -> {
            services.add(hop.consumer());
            services.add(hop.provider());
        });
        return new IntegrationPath(
                new PathKey(key),
                key,
                List.of(hops),
                List.copyOf(services),
                null,
                null,
                List.of(),
                "",
                Origin.MODELLED,
                1);
    }

    private static Hop hop(String consumer, String provider, @Nullable String operation) {
        return new Hop(new ServiceKey(consumer), new ServiceKey(provider), operation, Mode.SYNC, null);
    }
}
