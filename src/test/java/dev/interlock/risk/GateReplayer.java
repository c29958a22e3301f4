package dev.interlock.risk;

import dev.interlock.plan.Gate;
import dev.interlock.plan.GateFacts;
import dev.interlock.plan.GateRules;
import dev.interlock.plan.Verdict;
import dev.interlock.risk.PathWorld.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tries releases in a simulated world: every run of all tests is judged by the gate, and so is the same release with a fault
 * put on a hop of a critical path. Tests that failed are run again; what the estimator calls unreliable is set apart.
 */
final class GateReplayer {
    private static final GateRules RULES = new GateRules(0, false, true, null, false, null);
    private static final int CRITICAL_EVERY = 10;
    private static final int MOST_IMPACT = 5;

    private final int reruns;
    private final int testsOfCritical;
    private final boolean quarantine;
    private int healthy;
    private int blocked;
    private int faulty;
    private int faultyPassed;
    private int seeded;
    private int seededPassed;

    GateReplayer(int reruns, int testsOfCritical, boolean quarantine) {
        this.reruns = reruns;
        this.testsOfCritical = testsOfCritical;
        this.quarantine = quarantine;
    }

    /** Two of a hundred tests are flaky, nothing else makes noise. */
    static PathRegime regime() {
        return new PathRegime("gates", 21, -6.2, .9, -1, .8, 1, .6, .95, .02, .5, 0, 0, 0, .7);
    }

    /** What became of the releases. */
    record Result(int healthy, int blocked, int faulty, int faultyPassed, int seeded, int seededPassed) {
        double blockedShare() {
            return (double) blocked / healthy;
        }

        double passedShare() {
            return (double) seededPassed / seeded;
        }
    }

    Result play(int repetitions) {
        for (var repetition = 0; repetition < repetitions; repetition++) {
            new Game(new PathWorld(regime(), repetition)).play();
        }
        return new Result(healthy, blocked, faulty, faultyPassed, seeded, seededPassed);
    }

    private final class Game {
        private final PathWorld world;
        private final HopFilter filter = new HopFilter();
        private final ContextEstimator estimator = new ContextEstimator();
        private final List<String> critical;

        Game(PathWorld world) {
            this.world = world;
            this.critical = world.paths.keySet().stream()
                    .filter(path -> number(path) % CRITICAL_EVERY == 0)
                    .toList();
            world.cover(critical, testsOfCritical);
            world.hops.values().forEach(facts -> filter.structure(facts, PathReplayer.START));
            world.hops.keySet().forEach(hop -> filter.verified(hop, "at the start", PathReplayer.START));
        }

        void play() {
            for (var number = 0; number < PathRegime.DEPLOYMENTS; number++) {
                var at = PathReplayer.START.plus(Duration.ofDays(number));
                var deployment = world.deploy(number);
                filter.deployed(deployment.service(), deployment.change(), "1." + number, at);
                if ((number + 1) % PathRegime.RUN_EVERY == 0) {
                    release(number >= 4 * PathRegime.RUN_EVERY, number);
                }
            }
        }

        private void release(boolean counts, int number) {
            if (counts) {
                var path = critical.get(number % critical.size());
                seeded++;
                seededPassed += passes(world.releaseWithFaultOn(path)) ? 1 : 0;
            }
            var sound = world.faulty().isEmpty();
            var shown = world.release();
            var passed = passes(shown);
            if (counts && sound) {
                healthy++;
                blocked += passed ? 0 : 1;
            } else if (counts) {
                faulty++;
                faultyPassed += passed ? 1 : 0;
            }
            learn(shown);
            world.fix().forEach(hop -> filter.fixed(hop, "mended", null, PathReplayer.START));
        }

        private boolean passes(List<Seen> shown) {
            var known = shown.stream()
                    .map(seen -> seen.showing().test())
                    .map(estimator::track)
                    .toList();
            var usual = ContextEstimator.usualFlakiness(known);
            var apart = shown.stream()
                    .map(seen -> seen.showing().test())
                    .filter(test -> quarantine && estimator.track(test).isUnreliable(usual))
                    .collect(Collectors.toSet());
            var failing = failing(shown, reruns);
            var faults = failing.stream()
                    .filter(seen -> !apart.contains(seen.showing().test()))
                    .map(seen -> seen.showing().test())
                    .toList();
            var facts = new GateFacts(
                    true,
                    shown.size() - apart.size(),
                    faults,
                    List.of(),
                    null,
                    criticalPathsBad(shown, failing),
                    null,
                    List.of(),
                    shown.size(),
                    apart.size(),
                    0);
            return Gate.decide(RULES, facts).verdict() == Verdict.PASS;
        }

        private List<Seen> failing(List<Seen> shown, int times) {
            var failing = shown.stream().filter(seen -> seen.showing().failed()).toList();
            for (var i = 0; i < times; i++) {
                failing = world.again(failing);
            }
            return failing;
        }

        private List<String> criticalPathsBad(List<Seen> shown, Collection<Seen> failing) {
            var tested = paths(shown);
            var bad = paths(failing);
            return world.paths.entrySet().stream()
                    .filter(path -> !tested.contains(path.getKey()) || bad.contains(path.getKey()))
                    .filter(path -> band(path.getKey(), path.getValue()) == Band.CRITICAL)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        private Band band(String path, List<HopId> hops) {
            var number = number(path);
            var impact = number % CRITICAL_EVERY == 0 ? MOST_IMPACT : 1 + number % (MOST_IMPACT - 1);
            return Band.of(PathScorer.value(filter.likelihood(path, hops), impact));
        }

        /** A test that passed when it was run again both failed and passed on the same change. */
        private void learn(List<Seen> shown) {
            var failing = failing(shown, 1).stream()
                    .map(seen -> seen.showing().test())
                    .collect(Collectors.toSet());
            var results = new HashMap<String, ContextEstimator.Result>();
            var showings = new ArrayList<Showing>();
            for (var seen : shown) {
                var showing = seen.showing();
                var mixed = showing.passedOnRetry() || (showing.failed() && !failing.contains(showing.test()));
                results.put(
                        showing.test(),
                        new ContextEstimator.Result(mixed ? TestTrack.MIXED : showing.failed() ? 1 : 0, 0));
                showings.add(mixed ? passed(showing) : showing);
            }
            estimator.learn(results);
            filter.outcomes(showings);
        }
    }

    private static Showing passed(Showing showing) {
        return new Showing(
                showing.test(),
                showing.path(),
                showing.hops(),
                false,
                true,
                null,
                showing.how(),
                showing.link(),
                showing.at());
    }

    private static Set<String> paths(Collection<Seen> shown) {
        var paths = new TreeSet<String>();
        shown.forEach(seen -> paths.add(seen.showing().path()));
        return paths;
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring(1));
    }
}
