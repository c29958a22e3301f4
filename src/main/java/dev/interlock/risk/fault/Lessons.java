package dev.interlock.risk.fault;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a project taught: weights of features, shares, and the care of its services. Not safe for several threads. */
public final class Lessons {
    private final HazardWeights weights;
    private final Rates rates;
    private final Map<String, Care> cares = new HashMap<>();

    private final Set<Part> parts;

    private Lessons(HazardWeights weights, Rates rates, Set<Part> parts) {
        this.weights = weights;
        this.rates = rates;
        this.parts = parts;
    }

    /** Nothing learned yet. */
    public static Lessons none() {
        return with(EnumSet.allOf(Part.class));
    }

    /** Nothing learned yet, and only these parts of the model at work. */
    public static Lessons with(Set<Part> parts) {
        return new Lessons(HazardWeights.starting(), new Rates(parts.contains(Part.RATES)), EnumSet.copyOf(parts));
    }

    /** Goes on with what was learned. */
    public static Lessons of(Memory memory) {
        return new Lessons(
                HazardWeights.of(
                        values(memory.weights()),
                        memory.covariance().stream().map(Lessons::values).toArray(double[][]::new)),
                new Rates(values(memory.hits()), values(memory.cases()), true),
                EnumSet.allOf(Part.class));
    }

    /**
     * What is kept between events.
     *
     * @param weights by ordinal of {@link Feature}
     * @param hits by ordinal of {@link Rate}
     */
    public record Memory(List<Double> weights, List<List<Double>> covariance, List<Double> hits, List<Double> cases) {}

    /** What is to be kept. */
    public Memory memory() {
        return new Memory(
                list(weights.values()),
                Arrays.stream(weights.covariance()).map(Lessons::list).toList(),
                list(rates.hits()),
                list(rates.cases()));
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(value -> value).toArray();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Weights of features. */
    public HazardWeights weights() {
        return weights;
    }

    /** Learned shares. */
    public Rates rates() {
        return rates;
    }

    /** What is known of the care of services. */
    public Map<String, Care> cares() {
        return cares;
    }

    /** Goes on with what is known of a service. */
    public void restore(String service, Care care) {
        cares.put(service, care);
    }

    boolean uses(Part part) {
        return parts.contains(part);
    }

    Care care(String service) {
        return cares.getOrDefault(service, Care.unknown());
    }

    double hazard(HopState hop, Cause deployment) {
        var care = uses(Part.CARE) ? care(deployment.service()).carelessness() : 0;
        return Numbers.probability(weights.of(hop.features(deployment)) + care);
    }

    /** A test looked over the hop and would have found a fault with this chance: causes lose what it would have found. */
    void looked(HopState hop, double chance) {
        hop.causes.replaceAll(cause -> {
            expected(hop, cause, cause.mass() * chance);
            return cause.with(cause.mass() * (1 - chance));
        });
    }

    /** A fault of the hop is certain: its causes share it by their masses. */
    void found(HopState hop, List<Cause> causes) {
        var all = causes.stream().mapToDouble(Cause::mass).sum();
        if (all > 0) {
            causes.forEach(cause -> found(hop, cause, cause.mass() / all));
        }
    }

    private void expected(HopState hop, Cause cause, double faults) {
        switch (cause.kind()) {
            case START -> {}
            case DEPLOYMENT -> {
                var care = care(cause.service());
                if (uses(Part.WEIGHTS)) {
                    weights.expected(hop.features(cause), faults);
                }
                cares.put(cause.service(), care.expecting(faults / Math.exp(care.carelessness())));
            }
            case DRIFT, LEFT, SPREAD -> {
                var rate = rate(cause.kind());
                rates.learn(rate, 0, faults / rates.of(rate));
            }
        }
    }

    private void found(HopState hop, Cause cause, double share) {
        switch (cause.kind()) {
            case START -> {}
            case DEPLOYMENT -> {
                if (uses(Part.WEIGHTS)) {
                    weights.found(hop.features(cause), share);
                }
                cares.put(cause.service(), care(cause.service()).blamed(share));
            }
            case DRIFT, LEFT, SPREAD -> rates.learn(rate(cause.kind()), share, 0);
        }
    }

    private static Rate rate(Cause.Kind kind) {
        return switch (kind) {
            case DRIFT -> Rate.DRIFT;
            case LEFT -> Rate.LEFT;
            default -> Rate.SPREAD;
        };
    }
}
