package dev.interlock.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What traces showed since the last time. Counts may be negative: a late span can show that something counted before was
 * something else.
 *
 * @param services services seen, with what they are
 * @param paths ways whole traces took, all with at least one hop
 */
public record ObservedTraffic(Map<ServiceKey, ServiceKind> services, List<Call> calls, List<Way> paths, Instant last) {
    /** Number of slots durations are counted in. */
    public static final int SLOTS = 40;

    /** Copies the collections. */
    public ObservedTraffic {
        services = Map.copyOf(services);
        calls = List.copyOf(calls);
        paths = List.copyOf(paths);
    }

    /**
     * Calls of one operation on one day.
     *
     * @param count as they came
     * @param weight what they stand for before sampling
     * @param errors of the weight, those that failed
     * @param micros sum of what they took, weighted
     * @param slots calls by {@link #slot duration}
     */
    public record Call(
            ServiceKey consumer,
            ServiceKey provider,
            String protocol,
            String operation,
            LocalDate day,
            long count,
            double weight,
            double errors,
            double micros,
            List<Long> slots,
            Instant first,
            Instant last) {
        /** Copies the slots. */
        public Call {
            slots = List.copyOf(slots);
        }
    }

    /**
     * Whole traces that took one way on one day.
     *
     * @param entry operation of the first service, such as {@code POST /orders}
     */
    public record Way(String entry, List<Hop> hops, LocalDate day, long traces, double weight, Instant last) {
        /** Copies the hops. */
        public Way {
            hops = List.copyOf(hops);
        }
    }

    /** The slot of a duration in microseconds: 0 up to 128 microseconds, two for each doubling. */
    public static int slot(long micros) {
        return micros <= 128
                ? 0
                : (int) Math.clamp(Math.ceil(2 * Math.log(micros / 128.0) / Math.log(2)), 1, SLOTS - 1);
    }

    /** The longest duration of a slot in microseconds. */
    public static double slotMicros(int slot) {
        return 128 * Math.pow(2, slot / 2.0);
    }
}
