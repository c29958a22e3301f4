package dev.interlock.catalog.observed;

import dev.interlock.catalog.ObservedTraffic;
import dev.interlock.catalog.ServiceKey;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The calls of one integration on one day, or on several together.
 *
 * @param slots calls by duration
 */
@SuppressWarnings("ArrayRecordComponent")
record EdgeTraffic(
        ServiceKey consumer,
        ServiceKey provider,
        LocalDate day,
        long calls,
        double weight,
        double errors,
        long[] slots,
        Instant first,
        Instant last) {

    String edge() {
        return consumer + " -> " + provider;
    }

    EdgeTraffic and(EdgeTraffic other) {
        var sum = slots.clone();
        for (var i = 0; i < sum.length; i++) {
            sum[i] += other.slots[i];
        }
        return new EdgeTraffic(
                consumer,
                provider,
                day.isAfter(other.day) ? day : other.day,
                calls + other.calls,
                weight + other.weight,
                errors + other.errors,
                sum,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    /** Share of calls that failed, 0 to 1. */
    double errorShare() {
        return weight <= 0 ? 0 : Math.clamp(errors / weight, 0, 1);
    }

    /** The duration this share of calls did not exceed, in milliseconds; good to the slot. */
    double quantileMs(double share) {
        var all = 0L;
        for (var slot : slots) {
            all += Math.max(0, slot);
        }
        var wanted = Math.ceil(all * share);
        var met = 0L;
        for (var slot = 0; slot < slots.length && all > 0; slot++) {
            met += Math.max(0, slots[slot]);
            if (met >= wanted) {
                return ObservedTraffic.slotMicros(slot) / 1_000;
            }
        }
        return 0;
    }
}
