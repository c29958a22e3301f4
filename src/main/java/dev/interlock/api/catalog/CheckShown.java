package dev.interlock.api.catalog;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.TargetCheck;
import dev.interlock.outbound.AddressRule;
import dev.interlock.outbound.Opening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a target answered to a check, as JSON. */
record CheckShown(
        ServiceKey service,
        boolean reachable,
        @Nullable Integer status,
        String sentence,
        @Nullable AddressRule rule,
        @Nullable Opening opening,
        long tookMs,
        Instant at) {

    static CheckShown of(TargetCheck check) {
        return new CheckShown(
                check.service(),
                check.reachable(),
                check.status(),
                check.sentence(),
                check.rule(),
                check.opening(),
                check.took().toMillis(),
                check.at());
    }
}
