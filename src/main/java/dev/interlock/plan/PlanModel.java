package dev.interlock.plan;

import dev.interlock.catalog.PathKey;
import dev.interlock.plan.PlanInputs.PathWeight;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The inputs with tests and paths by number: tests in order of their keys, so that the order given makes no difference. */
final class PlanModel {
    private static final PathWeight NOTHING = new PathWeight(0, 0);

    private final PlanInputs inputs;
    private final List<Candidate> tests;
    private final double[] seconds;
    private final int[][] paths;
    private final double[][] shares;
    private final double[] scores;
    private final double[] impacts;
    private final double totalScore;

    PlanModel(PlanInputs inputs) {
        this.inputs = inputs;
        this.tests = inputs.tests().stream()
                .sorted(Comparator.comparing(Candidate::key))
                .toList();
        var numbers = new HashMap<PathKey, Integer>();
        this.seconds = tests.stream().mapToDouble(Candidate::seconds).toArray();
        this.paths = tests.stream().map(test -> numbers(test, numbers)).toArray(int[][]::new);
        this.shares = tests.stream()
                .map(test -> test.paths().stream()
                        .mapToDouble(Candidate.CoveredPath::share)
                        .toArray())
                .toArray(double[][]::new);
        this.scores = new double[numbers.size()];
        this.impacts = new double[numbers.size()];
        numbers.forEach((path, number) -> {
            var weight = inputs.paths().getOrDefault(path, NOTHING);
            scores[number] = weight.score();
            impacts[number] = weight.impact();
        });
        this.totalScore =
                inputs.paths().values().stream().mapToDouble(PathWeight::score).sum();
    }

    private static int[] numbers(Candidate test, Map<PathKey, Integer> numbers) {
        return test.paths().stream()
                .mapToInt(covered -> numbers.computeIfAbsent(covered.path(), _ -> numbers.size()))
                .toArray();
    }

    PlanInputs inputs() {
        return inputs;
    }

    /** Numbers of the tests that are so, in order of their keys. */
    int[] which(Predicate<Candidate> so) {
        return IntStream.range(0, tests.size())
                .filter(test -> so.test(tests.get(test)))
                .toArray();
    }

    int size() {
        return tests.size();
    }

    int pathCount() {
        return scores.length;
    }

    Candidate test(int test) {
        return tests.get(test);
    }

    double seconds(int test) {
        return seconds[test];
    }

    /** Seconds of these tests one after the other. */
    double seconds(int[] some) {
        return Arrays.stream(some).mapToDouble(test -> seconds[test]).sum();
    }

    /** Numbers of the paths a test exercises, in the order of {@link Candidate#paths}. */
    int[] paths(int test) {
        return paths[test];
    }

    double[] shares(int test) {
        return shares[test];
    }

    double score(int path) {
        return scores[path];
    }

    double impact(int path) {
        return impacts[path];
    }

    double totalScore() {
        return totalScore;
    }
}
