package dev.interlock.risk;

import dev.interlock.risk.HopFacts.Teams;
import dev.interlock.risk.HopFacts.Tested;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A simulated landscape with hidden faults: the same seed gives the same events. */
final class PathWorld {
    private static final double DRIFT = .0004;
    private static final double FIXED = .4;
    private static final double NOISE = .15;
    private static final double RETRIED = .7;
    private static final double[] MIX = {.7, .9};

    final Map<String, List<HopId>> paths = new LinkedHashMap<>();
    final Map<HopId, HopFacts> hops = new LinkedHashMap<>();

    private final PathRegime regime;
    private final Random random;
    private final List<Double> care;
    private final double[] activity;
    private final List<SimulatedTest> tests = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private record SimulatedTest(String key, String path, double power, boolean flaky) {}

    private static final class Fault {
        final HopId hop;
        final Set<String> paths;
        boolean known;

        Fault(HopId hop, Set<String> paths) {
            this.hop = hop;
            this.paths = paths;
        }
    }

    PathWorld(PathRegime regime, int repetition) {
        this.regime = regime;
        this.random = new Random(1000 * regime.seed() + repetition);
        this.care = IntStream.range(0, PathRegime.SERVICES)
                .mapToObj(_ -> random.nextGaussian() * regime.careSpread())
                .collect(Collectors.toCollection(ArrayList::new));
        this.activity = IntStream.range(0, PathRegime.SERVICES)
                .mapToDouble(i -> internal(i) ? Math.pow(1 - random.nextDouble(), -1 / 1.2) : 0)
                .toArray();
        addHops();
        addPaths();
        addTests();
    }

    /** Paths with a fault now. */
    Set<String> faulty() {
        var faulty = new HashSet<String>();
        faults.forEach(fault -> faulty.addAll(fault.paths));
        return faulty;
    }

    List<HopId> thirdParties() {
        return hops.values().stream()
                .filter(HopFacts::thirdParty)
                .map(HopFacts::hop)
                .toList();
    }

    record Deployment(String service, Change change) {}

    /** The next deployment, which may break things. */
    Deployment deploy(int number) {
        if (number == regime.driftAt()) {
            Collections.shuffle(care, random);
        }
        var service = pick();
        var dice = random.nextDouble();
        var change = dice < MIX[0] ? Change.BUILD : dice < MIX[1] ? Change.NON_BREAKING : Change.BREAKING;
        for (var facts : hops.values()) {
            deploy("s" + service, change, care.get(service), facts);
        }
        return new Deployment("s" + service, change);
    }

    private void deploy(String service, Change change, double carelessness, HopFacts facts) {
        var hop = facts.hop();
        var provider = hop.provider().equals(service);
        if (hop.touches(service)) {
            if (random.nextDouble() < regime.hazard(facts, provider, change, carelessness)) {
                var wide = provider && random.nextDouble() < regime.wide();
                hops.keySet().stream()
                        .filter(other -> wide ? other.provider().equals(service) : other.equals(hop))
                        .forEach(this::breakHop);
            }
        } else if (facts.thirdParty() && random.nextDouble() < DRIFT) {
            breakHop(hop);
        }
    }

    /** Gives each of these paths at least so many tests. */
    void cover(Collection<String> chosen, int atLeast) {
        for (var path : chosen) {
            var has = tests.stream().filter(test -> test.path().equals(path)).count();
            for (var count = has; count < atLeast; count++) {
                addTest(path);
            }
        }
    }

    /**
     * What a test showed when a release was tried.
     *
     * @param fault true when it saw a fault, and so would again
     */
    record Seen(Showing showing, boolean fault, boolean flaky) {}

    /** What a run of all tests shows. */
    List<Seen> release() {
        return tests.stream().map(this::tried).toList();
    }

    /** What a run of all tests shows with nothing wrong but one hop of the path, which is taken back after. */
    List<Seen> releaseWithFaultOn(String path) {
        var before = List.copyOf(faults);
        faults.clear();
        var hops = paths.getOrDefault(path, List.of());
        var hop = hops.get(random.nextInt(hops.size()));
        var hit = paths.entrySet().stream()
                .filter(other -> other.getKey().equals(path)
                        || (other.getValue().contains(hop) && random.nextDouble() < regime.reach()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        faults.add(new Fault(hop, hit));
        var shown = release();
        faults.clear();
        faults.addAll(before);
        return shown;
    }

    /** Those of the failing ones that fail again: who saw a fault sees it again, noise is drawn anew. */
    List<Seen> again(Collection<Seen> failing) {
        return failing.stream()
                .filter(seen -> seen.fault() || (seen.flaky() && noisy() && random.nextDouble() >= RETRIED))
                .toList();
    }

    private Seen tried(SimulatedTest test) {
        var seen = faults.stream()
                .filter(one -> one.paths.contains(test.path()) && random.nextDouble() < test.power())
                .findFirst();
        seen.ifPresent(one -> one.known = true);
        var fault = seen.isPresent();
        var noise = test.flaky() && noisy();
        var retried = noise && !fault && random.nextDouble() < RETRIED;
        var hops = paths.getOrDefault(test.path(), List.of());
        var failed = (fault || noise) && !retried;
        var showing =
                new Showing(test.key(), test.path(), hops, failed, retried, null, test.key(), null, PathReplayer.START);
        return new Seen(showing, fault, test.flaky());
    }

    private boolean noisy() {
        return random.nextDouble() < NOISE;
    }

    /** What the next run shows. */
    List<Showing> run() {
        var out = random.nextDouble() < regime.outages() ? "s" + random.nextInt(PathRegime.SERVICES) : "";
        var order = new ArrayList<>(tests);
        Collections.shuffle(order, random);
        return order.stream()
                .limit((long) (tests.size() * regime.runShare()))
                .map(test -> show(test, out))
                .toList();
    }

    /** Hops that are mended after a run. */
    List<HopId> fix() {
        var fixed = faults.stream()
                .filter(fault -> fault.known && random.nextDouble() < FIXED)
                .toList();
        faults.removeAll(fixed);
        return fixed.stream().map(fault -> fault.hop).toList();
    }

    private Showing show(SimulatedTest test, String out) {
        var hops = paths.getOrDefault(test.path(), List.of());
        var through = hops.stream().anyMatch(hop -> hop.touches(out));
        var seen = faults.stream()
                .filter(fault -> fault.paths.contains(test.path()) && random.nextDouble() < test.power())
                .findFirst();
        var noise = (test.flaky() && noisy()) || (through && random.nextDouble() < .9);
        seen.ifPresent(fault -> fault.known = true);
        var retried = noise && seen.isEmpty() && !through && random.nextDouble() < RETRIED;
        var failed = (seen.isPresent() || noise) && !retried;
        var blamed = seen.map(fault -> blame(fault, hops)).orElse(null);
        return new Showing(
                test.key(), test.path(), hops, failed, retried, blamed, test.key(), null, PathReplayer.START);
    }

    private @Nullable HopId blame(Fault fault, List<HopId> hops) {
        if (random.nextDouble() >= regime.blamed()) {
            return null;
        }
        return random.nextDouble() < regime.misblamed() ? hops.get(random.nextInt(hops.size())) : fault.hop;
    }

    private void breakHop(HopId hop) {
        var hit = paths.entrySet().stream()
                .filter(path -> path.getValue().contains(hop) && random.nextDouble() < regime.reach())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!hit.isEmpty()) {
            faults.add(new Fault(hop, hit));
        }
    }

    private int pick() {
        var sum = 0.0;
        for (var weight : activity) {
            sum += weight;
        }
        var left = random.nextDouble() * sum;
        var service = 0;
        while ((left -= activity[service]) > 0 && service < activity.length - 1) {
            service++;
        }
        return service;
    }

    private static boolean internal(int service) {
        return service < .82 * PathRegime.SERVICES;
    }

    private void addHops() {
        var kinds = IntStream.range(0, PathRegime.SERVICES)
                .map(i -> internal(i) ? 0 : 1 + random.nextInt(3))
                .toArray();
        var teams = IntStream.range(0, PathRegime.SERVICES)
                .map(_ -> random.nextInt(8))
                .toArray();
        var tested = IntStream.range(0, PathRegime.SERVICES)
                .mapToObj(i -> kinds[i] > 0 || random.nextDouble() < .85)
                .toList();
        var ends = new TreeSet<HopEnds>();
        for (var i = 0; internal(i); i++) {
            var count = 1 + random.nextInt(6);
            for (var k = 0; k < count && i + 1 < PathRegime.SERVICES; k++) {
                ends.add(new HopEnds(i, i + 1 + random.nextInt(PathRegime.SERVICES - i - 1)));
            }
        }
        for (var end : ends) {
            var callers =
                    (int) ends.stream().filter(other -> other.to() == end.to()).count();
            var hop = new HopId("s" + end.from(), "s" + end.to());
            hops.put(
                    hop,
                    new HopFacts(
                            hop,
                            kinds[end.to()] == 1,
                            random.nextDouble() < .2,
                            random.nextDouble() < .8,
                            teams[end.from()] == teams[end.to()] ? Teams.SAME : Teams.TWO,
                            kinds[end.to()] == 2 && callers > 1,
                            false,
                            tested.get(end.from()) && tested.get(end.to()) ? Tested.PASSED : Tested.NOT_PASSED,
                            0,
                            callers));
        }
    }

    private record HopEnds(int from, int to) implements Comparable<HopEnds> {
        @Override
        public int compareTo(HopEnds other) {
            return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
        }
    }

    private void addPaths() {
        var seen = new HashSet<List<HopId>>();
        for (var tries = 0; paths.size() < PathRegime.PATHS && tries < 100 * PathRegime.PATHS; tries++) {
            var chain = new ArrayList<HopId>();
            var at = "s" + random.nextInt(PathRegime.SERVICES / 8);
            while (chain.size() < 6 && (chain.isEmpty() || random.nextDouble() >= .25)) {
                var from = at;
                var next = hops.keySet().stream()
                        .filter(hop -> hop.consumer().equals(from))
                        .toList();
                if (next.isEmpty()) {
                    break;
                }
                chain.add(next.get(random.nextInt(next.size())));
                at = chain.getLast().provider();
            }
            if (!chain.isEmpty() && seen.add(chain)) {
                paths.put("p" + paths.size(), List.copyOf(chain));
            }
        }
    }

    private void addTests() {
        for (var path : paths.keySet()) {
            var count = random.nextDouble() > regime.covered() ? 0 : random.nextDouble() < .4 ? 2 : 1;
            for (var k = 0; k < count; k++) {
                addTest(path);
            }
        }
    }

    private void addTest(String path) {
        var power = regime.weakest() + random.nextDouble() * (regime.strongest() - regime.weakest());
        tests.add(new SimulatedTest("x" + tests.size(), path, power, random.nextDouble() < regime.flaky()));
    }
}
