package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.plan.Candidate.CoveredPath;
import dev.interlock.plan.PlanInputs.PathWeight;
import dev.interlock.testcase.TestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Made-up planning inputs by seed, and the exact optimum of small ones. */
public final class TestPlans {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private TestPlans() {}

    /** A few tests over a few paths, in a box of 10 to 95 % of the time they take. */
    public static PlanInputs small(long seed, int tests, int workers) {
        var random = new Random(seed);
        var paths = paths(random, 3 + random.nextInt(5));
        var candidates = tests(random, tests, paths, 2);
        var whole = candidates.stream().mapToDouble(Candidate::seconds).sum() / workers;
        var box = Duration.ofMillis(Math.round(whole * (.1 + .85 * random.nextDouble()) * 1000));
        return inputs(candidates, paths, box, workers);
    }

    /** As many tests as paths, each over one to nine of them, for four workers. */
    public static PlanInputs large(long seed, int count, Duration box) {
        var random = new Random(seed);
        var paths = paths(random, count);
        return inputs(tests(random, count, paths, 5), paths, box, 4);
    }

    private static PlanInputs inputs(List<Candidate> tests, Map<PathKey, PathWeight> paths, Duration box, int workers) {
        return new PlanInputs(tests, paths, box, workers, Set.of(), Set.of(), Map.of(), Map.of(), NOW);
    }

    private static Map<PathKey, PathWeight> paths(Random random, int count) {
        var paths = new TreeMap<PathKey, PathWeight>();
        for (var i = 0; i < count; i++) {
            paths.put(
                    new PathKey("p%05d".formatted(i)), new PathWeight(random.nextDouble() * 60, 1 + random.nextInt(5)));
        }
        return paths;
    }

    private static List<Candidate> tests(Random random, int count, Map<PathKey, PathWeight> paths, int usualPaths) {
        var keys = List.copyOf(paths.keySet());
        var tests = new ArrayList<Candidate>();
        for (var i = 0; i < count; i++) {
            var covered = new HashMap<PathKey, CoveredPath>();
            for (var more = random.nextInt(2 * usualPaths); more >= 0; more--) {
                var path = keys.get(random.nextInt(keys.size()));
                covered.put(path, new CoveredPath(path, .2 + .8 * random.nextDouble()));
            }
            tests.add(test(i, random, new ArrayList<>(new TreeMap<>(covered).values()), paths));
        }
        return tests;
    }

    private static Candidate test(
            int number, Random random, List<CoveredPath> covered, Map<PathKey, PathWeight> paths) {
        var impact = covered.stream()
                .mapToInt(one ->
                        paths.getOrDefault(one.path(), new PathWeight(0, 1)).impact())
                .max()
                .orElse(1);
        var time = Duration.ofMillis(500 + Math.round(Math.exp(10 * random.nextDouble())));
        return new Candidate(
                new TestKey("t%05d".formatted(number)),
                Math.pow(random.nextDouble(), 3),
                impact,
                time,
                time.multipliedBy(2),
                true,
                NOW.minus(Duration.ofHours(random.nextInt(500))),
                covered);
    }

    /** The highest value any choice of tests reaches that the workers can carry out in the box, by trying all of them. */
    public static double optimum(PlanInputs inputs) {
        return new Exact(inputs).best(0, new ArrayList<>(), new double[inputs.workers()]);
    }

    /** Places every test on every worker or nowhere. */
    private record Exact(PlanInputs inputs) {
        double best(int next, List<Candidate> chosen, double[] busy) {
            if (next == inputs.tests().size()) {
                return value(chosen);
            }
            var best = best(next + 1, chosen, busy);
            var test = inputs.tests().get(next);
            for (var worker = 0; worker < busy.length; worker++) {
                if (fits(test, busy[worker]) && (worker == 0 || busy[worker] != busy[worker - 1])) {
                    busy[worker] += test.seconds();
                    chosen.addLast(test);
                    best = Math.max(best, best(next + 1, chosen, busy));
                    chosen.removeLast();
                    busy[worker] -= test.seconds();
                }
            }
            return best;
        }

        private boolean fits(Candidate test, double busy) {
            var box = inputs.budget();
            return box == null || busy + test.seconds() <= box.toMillis() / 1000.0 + 1e-9;
        }

        private double value(List<Candidate> chosen) {
            var missed = new HashMap<PathKey, Double>();
            var own = 0.0;
            for (var test : chosen) {
                own += .5 * test.probability() * test.impact();
                for (var one : test.paths()) {
                    missed.merge(one.path(), 1 - one.share() * test.probability(), (left, right) -> left * right);
                }
            }
            var found = missed.entrySet().stream()
                    .mapToDouble(path -> (1 - path.getValue())
                            * inputs.paths()
                                    .getOrDefault(path.getKey(), new PathWeight(0, 0))
                                    .impact())
                    .sum();
            return own + found;
        }
    }
}
