package dev.interlock.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Looks for the most valuable set of tests that fits: greedy by gain a second, begun with every test or pair where they are
 * few, then mended by taking tests out for others as long as that helps.
 */
final class PackingSearch {
    private static final int SEEDS_UP_TO = 200;
    private static final int PAIRS_UP_TO = 40;
    private static final int EXCHANGE_ONE_UP_TO = 60;
    private static final int EXCHANGE_TWO_UP_TO = 16;
    private static final int ROUNDS = 10;
    private static final double BETTER = 1e-12;

    private final PlanModel model;
    private final int[] pinned;
    private final int[] free;
    private final double box;
    private final double exponent;

    /**
     * @param free tests to choose from, by number
     * @param exponent 1 ranks by gain a second, 0.5 by gain over the root of the time: then everything fits
     */
    PackingSearch(PlanModel model, int[] pinned, int[] free, double box, double exponent) {
        this.model = model;
        this.pinned = pinned;
        this.free = free;
        this.box = box;
        this.exponent = exponent;
    }

    /** The best set found, in order of gain for time. */
    Packing best() {
        var best = packed();
        for (var seed : seeds()) {
            best = better(best, packed(seed));
        }
        return inOrder(exponent == 1 && free.length <= EXCHANGE_ONE_UP_TO ? exchanged(best) : best);
    }

    /** Pinned tests, at whatever time they take. */
    Packing start() {
        var packing = new Packing(model, exponent);
        packing.fill(pinned, Double.POSITIVE_INFINITY);
        return packing;
    }

    private Packing packed(int... seed) {
        var packing = start();
        packing.fillInOrder(seed, box);
        packing.fill(free, box);
        return packing;
    }

    /** Sets of tests to start with; they guard against a greedy choice that blocks a better one. */
    private List<int[]> seeds() {
        if (exponent < 1) {
            return List.of();
        }
        if (free.length <= PAIRS_UP_TO) {
            return oneOrTwo(free, true);
        }
        return free.length <= SEEDS_UP_TO ? oneOrTwo(free, false) : bestSingle();
    }

    private List<int[]> bestSingle() {
        var start = start();
        var best = -1;
        for (var test : free) {
            if (start.fits(test, box)
                    && (best < 0 || start.cover().gain(test) > start.cover().gain(best))) {
                best = test;
            }
        }
        return best < 0 ? List.of() : List.of(new int[] {best});
    }

    private Packing exchanged(Packing start) {
        var best = start;
        for (var round = 0; round < ROUNDS; round++) {
            var better = exchangedOnce(best);
            if (better == best) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /** Takes one or two chosen tests out for one or two others, if any such change helps. */
    private Packing exchangedOnce(Packing before) {
        var best = before;
        var pairs = free.length <= EXCHANGE_TWO_UP_TO;
        var chosen = Arrays.stream(free).filter(before::has).toArray();
        var others = Arrays.stream(free).filter(test -> !before.has(test)).toArray();
        for (var out : oneOrTwo(chosen, pairs)) {
            var rest = without(chosen, out);
            for (var in : oneOrTwo(others, pairs)) {
                best = better(best, packed(joined(in, rest)));
            }
        }
        return best;
    }

    private static List<int[]> oneOrTwo(int[] tests, boolean two) {
        var sets = new ArrayList<int[]>();
        for (var i = 0; i < tests.length; i++) {
            sets.add(new int[] {tests[i]});
            for (var j = i + 1; two && j < tests.length; j++) {
                sets.add(new int[] {tests[i], tests[j]});
            }
        }
        return sets;
    }

    private static int[] without(int[] tests, int[] out) {
        return Arrays.stream(tests)
                .filter(test -> Arrays.stream(out).noneMatch(one -> one == test))
                .toArray();
    }

    private static int[] joined(int[] first, int[] then) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(then)).toArray();
    }

    private static Packing better(Packing one, Packing other) {
        return other.cover().objective() > one.cover().objective() + BETTER ? other : one;
    }

    /** The same tests by gain for their time, unless workers then need longer than the box. */
    private Packing inOrder(Packing packing) {
        var ordered = new Packing(model, exponent);
        ordered.fill(pinned, Double.POSITIVE_INFINITY);
        ordered.fill(packing.chosen(), box);
        return ordered.count() == packing.count() ? ordered : packing;
    }
}
