package dev.interlock.risk;

import dev.interlock.risk.fault.Care;
import dev.interlock.risk.fault.FaultModel;
import dev.interlock.risk.fault.Feature;
import dev.interlock.risk.fault.HopState;
import dev.interlock.risk.fault.Lessons;
import dev.interlock.risk.fault.Memory;
import dev.interlock.risk.fault.Outage;
import dev.interlock.risk.fault.Rate;
import dev.interlock.risk.fault.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of hops and why: every move of the {@link FaultModel} with its reason. Not safe for several threads.
 */
public final class HopFilter {
    private final FaultModel model;
    private final Map<HopId, HopBelief> beliefs = new TreeMap<>();
    private final Set<HopId> changed = new TreeSet<>();
    private final Map<HopId, HopState> states = new HashMap<>();
    private final IdentityHashMap<HopState, HopId> ids = new IdentityHashMap<>();

    /** A filter that learned nothing yet. */
    public HopFilter() {
        this(new FaultModel(Lessons.none()));
    }

    /** A filter that goes on with a model. */
    public HopFilter(FaultModel model) {
        this.model = model;
    }

    /**
     * Goes on with what was believed before.
     *
     * @param memory the numbers behind it; null when none were kept
     */
    public void restore(HopId hop, HopBelief belief, Memory.@Nullable OfHop memory) {
        beliefs.put(hop, belief);
        var state = model.hop(hop.consumer(), hop.provider(), new double[Feature.COUNT]);
        ids.put(state, hop);
        states.put(hop, state);
        model.restore(
                state,
                memory == null
                        ? new Memory.OfHop(belief.fault(), belief.worked(), 1, List.of(), null, List.of())
                        : memory);
    }

    /** The numbers behind what is believed of a hop. */
    public Memory.OfHop memory(HopId hop) {
        return model.memory(state(hop));
    }

    /** Goes on with what is known of a service. */
    public void restore(String service, Care care) {
        model.lessons().restore(service, care);
    }

    /** A hop that was never seen working, or the structure of now of a known one. */
    public void structure(HopFacts facts, Instant at) {
        var hop = facts.hop();
        var state = model.hop(hop.consumer(), hop.provider(), HopStructure.features(facts));
        ids.put(state, hop);
        states.put(hop, state);
        var belief = structured(beliefs.get(hop), facts, at);
        beliefs.put(hop, belief);
        if (!belief.worked()) {
            model.start(state, belief.fault());
        }
    }

    private static HopBelief structured(@Nullable HopBelief known, HopFacts facts, Instant at) {
        if (known == null) {
            return HopBelief.starting(HopStructure.start(facts, at), at);
        }
        return known.worked()
                ? known.structured(HopStructure.hazard(facts))
                : known.restructured(HopStructure.start(facts, at), at);
    }

    /** A service got another version. */
    public void deployed(String service, Change change, String version, Instant at) {
        model.deployed(service, place(change));
        var text = service + " " + version + " deployed (" + change.words() + ")";
        moved(event("deployed", text, "services/" + service, at));
    }

    private static int place(Change change) {
        return switch (change) {
            case BUILD -> Feature.BASE.place();
            case NON_BREAKING -> Feature.EXTENDED.place();
            case BREAKING -> Feature.BREAKING.place();
        };
    }

    /** A third party may have changed without a word. */
    public void drifted(HopId hop, double days, Instant at) {
        model.drifted(state(hop), days);
        moved(event(
                "drift",
                hop.provider() + " may have changed unseen in %.0f days".formatted(days),
                "services/" + hop.provider(),
                at));
    }

    /** The hop was reported as working: it starts near zero. */
    public void verified(HopId hop, String how, Instant at) {
        beliefs.put(hop, belief(hop).seen(true));
        model.verified(state(hop));
        moved(event(Move.PASSED, how, null, at));
    }

    /**
     * What the tests of one run showed, or one part of them.
     *
     * @return probability 0..1 that a service was out meanwhile, by service; its failures were left out
     */
    public Map<String, Double> outcomes(Collection<Showing> showings) {
        var told =
                showings.stream().filter(showing -> !showing.hops().isEmpty()).toList();
        var verdicts = told.stream().map(this::verdict).toList();
        var outage = model.outage(verdicts);
        var reasons = new IdentityHashMap<Verdict, Showing>();
        for (var i = 0; i < told.size(); i++) {
            reasons.put(verdicts.get(i), told.get(i));
        }
        for (var verdict : FaultModel.ordered(verdicts)) {
            learn(Objects.requireNonNull(reasons.get(verdict)), verdict, outage);
        }
        return outage.services();
    }

    /** The fault of a hop was mended. */
    public void fixed(HopId hop, String how, @Nullable String link, Instant at) {
        if (beliefs.containsKey(hop)) {
            beliefs.put(hop, belief(hop).seen(true));
            changed.add(hop);
            model.fixed(state(hop));
            moved(event("fixed", how, link, at));
        }
    }

    /**
     * Tests that showed a fault of the hop do so no more. It stays where it is when a failure over one of the paths that
     * still fail is blamed on it.
     */
    public void mended(HopId hop, Set<String> failing, String how, @Nullable String link, Instant at) {
        if (beliefs.containsKey(hop)) {
            beliefs.put(hop, belief(hop).seen(true));
            model.mended(state(hop), failing);
            moved(event("fixed", how, link, at));
        }
    }

    /** No test of the path fails any more; other paths named failing still do. */
    public void recovered(String path, Set<String> failing, String how, @Nullable String link, Instant at) {
        model.recovered(path, failing);
        moved(event("fixed", how, link, at));
    }

    /** Probability 0..1 that the test of a showing fails, as it is known before. */
    public double failing(Showing showing) {
        var over = showing.hops().stream().map(this::state).toList();
        return model.failing(showing.test(), showing.path(), over);
    }

    /** What is believed of a hop. */
    public Optional<HopBelief> find(HopId hop) {
        return Optional.ofNullable(beliefs.get(hop));
    }

    /** Probability 0..1 that a fault of the hop hits the path. */
    public double reach(HopId hop, String path) {
        return model.share(state(hop), path);
    }

    /** Share of the paths over a broken hop that are usually hit, 0..1. */
    public double usualReach() {
        return model.lessons().rates().of(Rate.REACH);
    }

    /** Probability 0..1 that a path over these hops has a fault now, whatever people say. */
    public double likelihood(String path, Collection<HopId> hops) {
        return model.likelihood(path, hops.stream().map(this::state).toList());
    }

    /** Everything that is believed, by hop. */
    public Map<HopId, HopBelief> beliefs() {
        return beliefs;
    }

    /** Hops whose belief changed since this was last asked. */
    public Set<HopId> changed() {
        var hops = Set.copyOf(changed);
        changed.clear();
        return hops;
    }

    /** What is known of the care of services. */
    public Map<String, Care> cares() {
        return model.lessons().cares();
    }

    /** The numbers behind the beliefs. */
    public FaultModel model() {
        return model;
    }

    private void learn(Showing showing, Verdict verdict, Outage outage) {
        var excused = showing.failed() && showing.blamed() == null && outage.excuses(verdict.trail());
        model.seen(verdict, outage);
        if (!excused) {
            showing.hops().forEach(hop -> beliefs.put(hop, belief(hop).seen(!showing.failed())));
            changed.addAll(showing.hops());
        }
        moved(event(showing.kind(), showing.how(), showing.link(), showing.at()));
    }

    private Verdict verdict(Showing showing) {
        var trail = showing.hops().stream().map(this::state).toList();
        var blamed =
                showing.blamed() == null || !beliefs.containsKey(showing.blamed()) ? null : state(showing.blamed());
        return new Verdict(showing.test(), showing.path(), trail, showing.failed(), showing.passedOnRetry(), blamed);
    }

    private void moved(Move why) {
        for (var state : model.moved()) {
            var hop = ids.get(state);
            if (hop != null) {
                beliefs.put(hop, belief(hop).to(state.fault(), why));
                changed.add(hop);
            }
        }
    }

    private HopState state(HopId hop) {
        var state = states.get(hop);
        if (state == null) {
            throw new IllegalArgumentException("nothing is known of the hop " + hop);
        }
        return state;
    }

    private HopBelief belief(HopId hop) {
        var belief = beliefs.get(hop);
        if (belief == null) {
            throw new IllegalArgumentException("nothing is known of the hop " + hop);
        }
        return belief;
    }

    private static Move event(String name, String evidence, @Nullable String link, Instant at) {
        return new Move(name, evidence, link, 0, 1, at);
    }
}
