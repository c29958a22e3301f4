package dev.interlock.history;

import dev.interlock.catalog.ServiceKey;
import org.jspecify.annotations.Nullable;

/**
 * The hop a failure is laid at.
 *
 * @param consumer calling end; null when the caller is not known
 * @param provider called end; with {@link HowKnown#ENTRY_ONLY} the two are the ends of a stretch of hops
 * @param sentence the same in words, such as "orders -> payment answered 502"
 */
public record Blame(@Nullable ServiceKey consumer, ServiceKey provider, HowKnown known, String sentence) {

    /** True when it is known and not only narrowed down. */
    public boolean isCertain() {
        return known != HowKnown.ENTRY_ONLY;
    }

    /** True when one hop is named with certainty. */
    public boolean isOneHop() {
        return consumer != null && isCertain();
    }
}
