package dev.interlock.web.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.EnvironmentKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanFormTests {
    @Test
    void plansForTheEnvironmentThePageShowsWhenTheAddressNamesNone() {
        assertThat(environment(form(null).usually("staging"))).isEqualTo("staging");
        assertThat(environment(form("demo").usually("staging"))).isEqualTo("demo");
        assertThat(form(null).usually(null).values().environment()).isNull();
    }

    private static String environment(PlanForm form) {
        EnvironmentKey environment = Objects.requireNonNull(form.values().environment());
        return environment.value();
    }

    private static PlanForm form(@Nullable String environment) {
        return new PlanForm(
                null,
                null,
                environment,
                "1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
