package dev.interlock.risk.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One fault probability for each hop, moved by what happens: an assumed-density filter over a noisy-or, whose parameters
 * are learned as it goes. An event costs time in proportion to the hops it names and the tested paths over them. The
 * same events in the same order give the same numbers. Not safe for several threads.
 */
public final class FaultModel {
    static final double CALLER_PART = .5;
    private static final double SURELY_BROKEN = .9;

    private final Lessons lessons;
    private final Map<String, HopState> hops = new TreeMap<>();
    private final Map<String, List<HopState>> byService = new HashMap<>();
    private final Map<String, OpenFailure> open = new HashMap<>();
    private final Map<String, TestNoise> noises = new HashMap<>();
    private final Set<HopState> moved = new LinkedHashSet<>();
    private final Set<String> changedTests = new LinkedHashSet<>();
    private final Set<String> changedPaths = new LinkedHashSet<>();

    /** A model of a project that taught this. */
    public FaultModel(Lessons lessons) {
        this.lessons = lessons;
    }

    /** What the project taught. */
    public Lessons lessons() {
        return lessons;
    }

    /** The hop of these services; it starts as one that no test ever saw working. */
    public HopState hop(String consumer, String provider, double[] structure) {
        var known = hops.get(key(consumer, provider));
        var hop = known == null ? added(new HopState(consumer, provider)) : known;
        hop.structure = structure.clone();
        return hop;
    }

    /** The hop of these services, when it is known. */
    public Optional<HopState> find(String consumer, String provider) {
        return Optional.ofNullable(hops.get(key(consumer, provider)));
    }

    /** Sets where a hop stands that was never seen working, 0..1. */
    public void start(HopState hop, double fault) {
        if (hop.causes.stream().noneMatch(cause -> cause.kind() == Cause.Kind.START)) {
            hop.causes.add(Cause.of(Cause.Kind.START, fault));
        }
        hop.fault = fault;
    }

    /** The hop is known to work now: it starts near zero. */
    public void verified(HopState hop) {
        hop.worked = true;
        hop.causes.clear();
        hop.fault = 0;
        moved.add(hop);
    }

    /**
     * A service got another version.
     *
     * @param change 0 same interface, 1 extended, 2 broken
     */
    public void deployed(String service, int change) {
        for (var hop : byService.getOrDefault(service, List.of())) {
            var provider = hop.provider.equals(service);
            var cause = new Cause(Cause.Kind.DEPLOYMENT, service, change, provider, 0);
            add(hop, cause.with(lessons.hazard(hop, cause)));
            hop.unseen = provider ? 1 : hop.unseen;
        }
    }

    /** A third party may have changed unseen in these days. */
    public void drifted(HopState hop, double days) {
        var rate = lessons.rates().of(Rate.DRIFT);
        add(hop, Cause.of(Cause.Kind.DRIFT, 1 - Math.pow(1 - rate, days)));
    }

    /** Results of one run, in the order in which they teach best: what is blamed, what passed, what is unexplained. */
    public static List<Verdict> ordered(Collection<Verdict> verdicts) {
        var ordered = new ArrayList<Verdict>(verdicts.size());
        verdicts.stream().filter(verdict -> verdict.blamed() != null).forEach(ordered::add);
        verdicts.stream().filter(verdict -> !verdict.failed()).forEach(ordered::add);
        verdicts.stream().filter(Verdict::unexplained).forEach(ordered::add);
        return ordered;
    }

    /** How likely each service was out during a run with these results; to be asked once for each run. */
    public Outage outage(Collection<Verdict> verdicts) {
        if (!lessons.uses(Part.OUTAGES)) {
            return Outage.none();
        }
        var outage = new OutageJudge(this).judge(verdicts);
        lessons.rates().learn(Rate.OUTAGE, outage.likely(), 1);
        return outage;
    }

    /** A test showed something. */
    public void seen(Verdict verdict, Outage outage) {
        new Evidence(this).seen(verdict, outage);
    }

    /** The fault of a hop was mended. */
    public void fixed(HopState hop) {
        new Mending(this).fixed(hop);
    }

    /** Tests that showed a fault of the hop do so no more; paths named failing still do, which may hold it against the hop. */
    public void mended(HopState hop, Set<String> failing) {
        moved.add(hop);
        new Mending(this).mended(hop, failing);
    }

    /** No test of the path fails any more, and some did; paths named failing still do. */
    public void recovered(String path, Set<String> failing) {
        open(path).ifPresent(failure -> failure.trail.forEach(reach -> moved.add(reach.hop)));
        new Mending(this).recovered(path, failing);
    }

    /** Goes on with a hop as it was. */
    public void restore(HopState hop, Memory.OfHop memory) {
        hop.fault = memory.fault();
        hop.worked = memory.worked();
        hop.unseen = memory.unseen();
        hop.causes = new ArrayList<>(memory.causes());
        hop.held = memory.held() == null ? null : new ArrayList<>(memory.held());
        for (var old : memory.reaches()) {
            var reach = reach(hop, old.path());
            reach.share = old.share();
            reach.suspicion = old.suspicion();
            reach.votes = old.votes();
        }
    }

    /** Goes on with a failure as it was; after its hops and its test. */
    public void restore(Memory.OfFailure memory) {
        var trail = memory.trail().stream()
                .flatMap(ends -> find(ends.getFirst(), ends.getLast()).stream())
                .map(hop -> reach(hop, memory.path()))
                .toList();
        var failure = new OpenFailure(noises.computeIfAbsent(memory.test(), TestNoise::new), trail);
        failure.logOdds = memory.logOdds();
        failure.blamed = memory.blamed();
        open.put(memory.path(), failure);
    }

    /** Goes on with a test as it was. */
    public void restore(Memory.OfTest memory) {
        var noise = noises.computeIfAbsent(memory.test(), TestNoise::new);
        noise.runs = memory.runs();
        noise.falseAlarms = memory.falseAlarms();
    }

    /** What is to be kept of a hop. */
    public Memory.OfHop memory(HopState hop) {
        return Memory.of(hop);
    }

    /** Tests whose noise changed since this was last asked. */
    public List<Memory.OfTest> changedTests() {
        var tests = changedTests.stream()
                .flatMap(key -> Optional.ofNullable(noises.get(key)).stream())
                .map(noise -> new Memory.OfTest(noise.key, noise.runs, noise.falseAlarms))
                .toList();
        changedTests.clear();
        return tests;
    }

    /** Paths whose open failure changed since this was last asked, empty where it was closed. */
    public Map<String, Optional<Memory.OfFailure>> changedFailures() {
        var failures = new TreeMap<String, Optional<Memory.OfFailure>>();
        changedPaths.forEach(path -> failures.put(path, open(path).map(failure -> Memory.of(path, failure))));
        changedPaths.clear();
        return failures;
    }

    /** Hops that moved since this was last asked. */
    public List<HopState> moved() {
        var list = List.copyOf(moved);
        moved.clear();
        return list;
    }

    /** Probability 0..1 that a path over these hops has a fault now. */
    public double likelihood(String path, Collection<HopState> over) {
        var none = 1.0;
        for (var hop : over) {
            none *= 1 - hop.fault * share(hop, path);
        }
        return 1 - none;
    }

    /** Probability 0..1 that a test fails for good. */
    public double failing(String test, String path, Collection<HopState> over) {
        var detection = lessons.rates().of(Rate.DETECTION);
        var none = 1 - leak(test);
        for (var hop : over) {
            none *= 1 - detection * hop.fault * share(hop, path);
        }
        return 1 - none;
    }

    /** Probability 0..1 that a fault of the hop hits the path. */
    public double share(HopState hop, String path) {
        var usual = lessons.rates().of(Rate.REACH);
        return lessons.uses(Part.OWN_RESULTS) ? hop.share(path, usual) : usual;
    }

    /** All hops. */
    public Collection<HopState> hops() {
        return hops.values();
    }

    void add(HopState hop, Cause cause) {
        if (cause.mass() <= 0) {
            return;
        }
        var fault = Numbers.either(hop.fault, cause.mass());
        var share = lessons.rates().of(Rate.REACH);
        for (var reach : hop.reaches.values()) {
            reach.share = Numbers.either(reach.hit(), cause.mass() * share) / fault;
        }
        hop.fault = fault;
        hop.add(cause);
        moved.add(hop);
    }

    /** The hop moves to another probability; when it is surely broken now, its causes are held against it. */
    void move(HopState hop, double fault) {
        hop.fault = Math.clamp(fault, 0, Numbers.MOST);
        moved.add(hop);
        if (fault > SURELY_BROKEN && !hop.known()) {
            hop.hold();
            spread(hop);
        }
    }

    /** A provider that broke for one caller may have broken for all. */
    private void spread(HopState hop) {
        var held = hop.held == null ? List.<Cause>of() : hop.held;
        var all = held.stream().mapToDouble(Cause::mass).sum();
        var byProvider =
                held.stream().filter(Cause::provider).mapToDouble(Cause::mass).sum();
        if (byProvider <= 0 || !lessons.uses(Part.SPREAD)) {
            return;
        }
        var rate = lessons.rates().of(Rate.SPREAD) * byProvider / all;
        for (var other : byService.getOrDefault(hop.provider, List.of())) {
            if (other != hop && other.provider.equals(hop.provider) && !other.known()) {
                add(other, Cause.of(Cause.Kind.SPREAD, rate * other.unseen));
            }
        }
    }

    Optional<OpenFailure> open(String path) {
        return Optional.ofNullable(open.get(path));
    }

    void opened(String path, OpenFailure failure) {
        open.put(path, failure);
        changedPaths.add(path);
    }

    /** Nothing is open for the path any more: hops but the one at fault go back to what their causes say. */
    void closed(String path, boolean refuted) {
        var failure = open.remove(path);
        changedPaths.add(path);
        if (failure == null) {
            return;
        }
        if (refuted) {
            lessons.rates().learn(Rate.LEAK, 1, 0);
            failure.test.falseAlarms++;
            changedTests.add(failure.test.key);
        }
        var share = lessons.rates().of(Rate.REACH);
        for (var reach : failure.trail) {
            var hit = reach.hit();
            var without = Math.max(reach.unsuspected(), reach.hop.byCauses());
            move(reach.hop, Math.min(reach.hop.fault, without));
            reach.suspicion = 0;
            reach.votes = 0;
            reach.share = reach.hop.fault * share <= hit ? share : hit / reach.hop.fault;
        }
    }

    TestNoise noise(String test) {
        changedTests.add(test);
        return noises.computeIfAbsent(test, TestNoise::new);
    }

    /** Chance that a test fails for good though nothing is wrong. */
    double leak(String test) {
        var noise = noises.get(test);
        return lessons.uses(Part.TEST_NOISE)
                ? (noise == null ? new TestNoise(test) : noise).leak(lessons.rates())
                : lessons.rates().of(Rate.LEAK);
    }

    int services() {
        return Math.max(1, byService.size());
    }

    List<HopState> touching(String service) {
        return byService.getOrDefault(service, List.of());
    }

    Reach reach(HopState hop, String path) {
        return hop.reaches.computeIfAbsent(
                path, key -> new Reach(hop, key, lessons.rates().of(Rate.REACH)));
    }

    private HopState added(HopState hop) {
        hops.put(key(hop.consumer, hop.provider), hop);
        byService.computeIfAbsent(hop.consumer, _ -> new ArrayList<>()).add(hop);
        byService.computeIfAbsent(hop.provider, _ -> new ArrayList<>()).add(hop);
        return hop;
    }

    private static String key(String consumer, String provider) {
        return consumer + " " + provider;
    }
}
