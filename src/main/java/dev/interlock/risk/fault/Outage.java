package dev.interlock.risk.fault;

import java.util.List;
import java.util.Map;

/**
 * How likely each service was out while tests ran; failures through it then say nothing about the product.
 *
 * @param services probability 0..1 by service; those that were surely up are left out
 */
public record Outage(Map<String, Double> services) {
    /** Share of the tests through a service that fail while it is out. */
    static final double FAILING = .9;

    private static final double SURE = .95;

    public Outage {
        services = Map.copyOf(services);
    }

    /** Everything was up. */
    public static Outage none() {
        return new Outage(Map.of());
    }

    /** Probability 0..1 that something was out. */
    public double likely() {
        return Math.min(1, services.values().stream().mapToDouble(p -> p).sum());
    }

    /** True when failures over these hops teach nothing. */
    public boolean excuses(List<HopState> trail) {
        return through(trail) > SURE;
    }

    double with(double leak, List<HopState> trail) {
        return Numbers.either(leak, FAILING * through(trail));
    }

    private double through(List<HopState> trail) {
        return Math.min(
                .9999,
                services.entrySet().stream()
                        .filter(entry -> trail.stream().anyMatch(hop -> hop.touches(entry.getKey())))
                        .mapToDouble(Map.Entry::getValue)
                        .sum());
    }
}
