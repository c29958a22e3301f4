package dev.interlock.risk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImpactTests {
    private static final ServiceKey ORDERS = new ServiceKey("orders");
    private static final ServiceKey PAYMENT = new ServiceKey("payment");

    @Test
    void takesTheHighestOfServicesRatingAndRequirements() {
        assertThat(impact(null).value()).isEqualTo(3);
        assertThat(impact(4).reason()).isEqualTo("the path is rated impact 4");
        assertThat(impact(2, "PAY-9").reason()).isEqualTo("the requirement PAY-9 has impact 5");
    }

    @Test
    void letsARequirementWithoutImpactSayNothing() {
        assertThat(impact(null, "PAY-1").reason()).isEqualTo("payment has criticality 3");
    }

    private static Impact impact(@Nullable Integer rating, String... requirements) {
        var path = new IntegrationPath(
                new PathKey("pay"),
                "Pay",
                List.of(Hop.sync(ORDERS, PAYMENT)),
                List.of(ORDERS, PAYMENT),
                null,
                rating,
                List.of(requirements),
                "",
                Origin.MODELLED,
                1);
        var services = Map.of("orders", service(ORDERS, 2), "payment", service(PAYMENT, 3));
        return Impact.of(
                path, new Landscape.View(List.of(path), services, Map.of(), Map.of(), Map.of(), Map.of("PAY-9", 5)));
    }

    private static Service service(ServiceKey key, int criticality) {
        return new Service(key, key.value(), ServiceKind.INTERNAL, "", criticality, "", List.of(), 1);
    }
}
