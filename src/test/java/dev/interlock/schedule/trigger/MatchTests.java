package dev.interlock.schedule.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.schedule.TriggerEvent;
import dev.interlock.schedule.TriggerFilter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which news a filter takes, and the words for those it does not. */
class MatchTests {
    private static final News DEPLOYED = News.of(TriggerEvent.DEPLOYED, "payment 2.4.1 deployed to staging")
            .about("payment", "2.4.1")
            .in("staging")
            .on("release/7");

    @Test
    void takesEverythingWhenNothingIsSaid() {
        assertThat(Match.refusal(TriggerFilter.ALL, DEPLOYED)).isEmpty();
    }

    @Test
    void takesTheServicesNamed() {
        assertThat(Match.refusal(services("payment", "orders"), DEPLOYED)).isEmpty();
        assertThat(Match.refusal(services("orders", "cart"), DEPLOYED)).contains("It listens to cart, orders only.");
    }

    @Test
    void takesTheEnvironmentNamed() {
        assertThat(Match.refusal(filter("staging", "", false, false), DEPLOYED)).isEmpty();
        assertThat(Match.refusal(filter("prod", "", false, false), DEPLOYED))
                .contains("It listens to the environment prod only.");
    }

    @Test
    void takesBranchesByAsterisk() {
        assertThat(Match.refusal(filter("", "release/*", false, false), DEPLOYED))
                .isEmpty();
        assertThat(Match.refusal(filter("", "main", false, false), DEPLOYED))
                .contains("The branch is release/7; it listens to main only.");
        assertThat(Match.refusal(filter("", "main", false, false), DEPLOYED.on("")))
                .contains("The branch is unknown; it listens to main only.");
    }

    @Test
    void takesOnlyWhatMayBreakOrDidFailWhenAsked() {
        assertThat(Match.refusal(filter("", "", true, false), DEPLOYED)).isPresent();
        assertThat(Match.refusal(filter("", "", true, false), DEPLOYED.weighed(true, false)))
                .isEmpty();
        assertThat(Match.refusal(filter("", "", false, true), DEPLOYED)).isPresent();
        assertThat(Match.refusal(filter("", "", false, true), DEPLOYED.weighed(false, true)))
                .isEmpty();
    }

    private static TriggerFilter services(String... keys) {
        return new TriggerFilter(List.of(keys).stream().map(ServiceKey::new).toList(), "", "", false, false);
    }

    private static TriggerFilter filter(String environment, String branch, boolean breaking, boolean failed) {
        return new TriggerFilter(List.of(), environment, branch, breaking, failed);
    }
}
