package dev.interlock.risk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One fault probability for each hop, moved by what happens: an assumed-density filter over a noisy-or, with fixed starting
 * values. Each event costs time in proportion to the hops it names. Not safe for several threads.
 */
public final class HopFilter {
    private static final double BASE = -6;
    private static final double CALLER_PART = .5;
    private static final double DETECTION = .55;
    private static final double LEAK = .005;
    private static final double BLAMED = .99;
    private static final double KNOWN_BROKEN = .9;
    private static final double LEFT_AFTER_FIX = .2;
    private static final double EXPECTED_FAULTS = .006;
    private static final double DRIFT_PER_DAY = .0004;

    private final Map<HopId, HopBelief> beliefs = new TreeMap<>();
    private final Map<String, Care> cares = new HashMap<>();

    /** Goes on with what was believed before. */
    public void restore(HopId hop, HopBelief belief) {
        beliefs.put(hop, belief);
    }

    /** Goes on with what is known of a service. */
    public void restore(String service, Care care) {
        cares.put(service, care);
    }

    /** A hop that was never seen working, or the structure of now of a known one. */
    public void structure(HopFacts facts, Instant at) {
        var start = HopStructure.start(facts, at);
        var known = beliefs.get(facts.hop());
        beliefs.put(facts.hop(), known == null ? HopBelief.starting(start, at) : known.restructured(start, at));
    }

    /** A service got another version. */
    public void deployed(String service, Change change, String version, Instant at) {
        var touched =
                beliefs.keySet().stream().filter(hop -> hop.touches(service)).toList();
        var care = cares.getOrDefault(service, Care.unknown()).expecting(EXPECTED_FAULTS * touched.size());
        cares.put(service, care);
        for (var hop : touched) {
            var part = hop.provider().equals(service) ? 1 : CALLER_PART;
            var belief = belief(hop);
            var hazard = Odds.probability(BASE + change.weight() * part + care.carelessness() + belief.structure());
            var text = service + " " + version + " deployed (" + change.words() + ")";
            beliefs.put(
                    hop, belief.to(either(belief.fault(), hazard), event("deployed", text, "services/" + service, at)));
        }
    }

    /** A third party may have changed without a word. */
    public void drifted(HopId hop, double days, Instant at) {
        var belief = belief(hop);
        var hazard = 1 - Math.pow(1 - DRIFT_PER_DAY, days);
        var text = hop.provider() + " may have changed unseen in %.0f days".formatted(days);
        beliefs.put(hop, belief.to(either(belief.fault(), hazard), event("drift", text, null, at)));
    }

    /** The hop was reported as working: it starts near zero. */
    public void verified(HopId hop, String how, Instant at) {
        beliefs.put(hop, belief(hop).seen(true).to(0, event(Move.PASSED, how, null, at)));
    }

    /** A test passed over these hops. */
    public void passed(Collection<HopId> hops, String how, @Nullable String link, Instant at) {
        for (var hop : hops) {
            var before = belief(hop);
            var fault = before.fault();
            var left = fault * (1 - DETECTION) / (1 - DETECTION * fault);
            var first = Odds.probability(BASE + before.structure());
            var after = before.worked() ? left : Math.min(left, first);
            beliefs.put(hop, before.seen(true).to(after, event(Move.PASSED, how, link, at)));
        }
    }

    /**
     * A test failed over these hops.
     *
     * @param blamed the hop that is known to be at fault, null when it is not known
     */
    public void failed(Collection<HopId> hops, @Nullable HopId blamed, String how, @Nullable String link, Instant at) {
        if (blamed != null && beliefs.containsKey(blamed)) {
            blame(blamed, event("blamed", how, link, at));
        } else {
            share(hops, event("failed", how, link, at));
        }
    }

    /** The fault of a hop was mended. */
    public void fixed(HopId hop, String how, @Nullable String link, Instant at) {
        find(hop)
                .ifPresent(belief ->
                        beliefs.put(hop, belief.to(LEFT_AFTER_FIX * belief.fault(), event("fixed", how, link, at))));
    }

    /** What is believed of a hop. */
    public Optional<HopBelief> find(HopId hop) {
        return Optional.ofNullable(beliefs.get(hop));
    }

    /** Everything that is believed, by hop. */
    public Map<HopId, HopBelief> beliefs() {
        return beliefs;
    }

    /** What is known of the care of services. */
    public Map<String, Care> cares() {
        return cares;
    }

    private void blame(HopId hop, Move why) {
        var belief = belief(hop);
        if (belief.fault() < KNOWN_BROKEN) {
            for (var end : List.of(hop.consumer(), hop.provider())) {
                cares.merge(end, new Care(.5, 0), (care, more) -> care.blamed(more.blamed()));
            }
        }
        beliefs.put(hop, belief.seen(false).to(Math.max(BLAMED, belief.fault()), why));
    }

    private void share(Collection<HopId> hops, Move why) {
        var before = new HashMap<HopId, HopBelief>();
        hops.forEach(hop -> before.put(hop, belief(hop)));
        var none = before.values().stream()
                .mapToDouble(belief -> 1 - DETECTION * belief.fault())
                .reduce(1, (a, b) -> a * b);
        before.forEach((hop, belief) ->
                beliefs.put(hop, belief.seen(false).to(afterFailure(belief.fault(), none), why)));
    }

    private static double afterFailure(double fault, double noneDetected) {
        var others = noneDetected / (1 - DETECTION * fault);
        var ifFaulty = fault * (1 - (1 - LEAK) * (1 - DETECTION) * others);
        var ifSound = (1 - fault) * (1 - (1 - LEAK) * others);
        return ifFaulty == 0 ? 0 : ifFaulty / (ifFaulty + ifSound);
    }

    private HopBelief belief(HopId hop) {
        var belief = beliefs.get(hop);
        if (belief == null) {
            throw new IllegalArgumentException("nothing is known of the hop " + hop);
        }
        return belief;
    }

    private static double either(double a, double b) {
        return 1 - (1 - a) * (1 - b);
    }

    private static Move event(String name, String evidence, @Nullable String link, Instant at) {
        return new Move(name, evidence, link, 0, 1, at);
    }
}
