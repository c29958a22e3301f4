package dev.interlock.plan;

import dev.interlock.testcase.TestKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses and orders tests: pinned ones first, then by gain for their time with the coverage of paths taken into account.
 * Pure and deterministic. In a small time box a tenth is kept for what did not run longest.
 */
public final class Planner {
    private static final double SMALL_BOX = .5;
    private static final double RESERVE = .1;
    private static final int SEEDS_UP_TO = 200;
    private static final int PAIRS_UP_TO = 40;
    private static final int EXCHANGE_UP_TO = 16;
    private static final int EXCHANGES = 10;

    private final PlanInputs inputs;
    private final List<Candidate> pinned;
    private final List<Candidate> free;
    private final double box;
    private final double exponent;
    private final boolean small;

    private Planner(PlanInputs inputs) {
        this.inputs = inputs;
        var runnable = inputs.tests().stream()
                .filter(test -> !inputs.blocked().containsKey(test.key()))
                .filter(test -> !inputs.drops().contains(test.key()))
                .sorted(Comparator.comparing(Candidate::key))
                .toList();
        this.pinned = runnable.stream().filter(test -> isPinned(test.key())).toList();
        this.free = runnable.stream()
                .filter(test -> !isPinned(test.key()) && !inputs.quarantined().containsKey(test.key()))
                .toList();
        var budget = inputs.budget();
        this.box = budget == null ? Double.POSITIVE_INFINITY : budget.toMillis() / 1000.0;
        var whole = runnable.stream().mapToDouble(Candidate::seconds).sum() / inputs.workers();
        this.exponent = box >= whole ? .5 : 1;
        this.small = box < SMALL_BOX * whole;
    }

    /** The selection for these inputs. Same inputs, same answer. */
    public static Selection plan(PlanInputs inputs) {
        return new Planner(inputs).plan();
    }

    private Selection plan() {
        var best = packed(List.of());
        for (var seed : seeds()) {
            best = better(best, packed(seed));
        }
        best = inOrder(free.size() <= EXCHANGE_UP_TO && exponent == 1 ? exchanged(best) : best);
        var reserved = reserve(best);
        var packing = reserved.isEmpty() ? best : withReserve(reserved);
        packing.fillInOrder(quarantined(), box);
        return new PlanReport(inputs, packing, box, ids(reserved)).selection();
    }

    /** Takes up to two chosen tests out for up to two others as long as that helps. */
    private Packing exchanged(Packing start) {
        var best = start;
        for (var round = 0; round < EXCHANGES; round++) {
            var before = best;
            var chosen = before.chosen().stream().filter(free::contains).toList();
            var others = free.stream().filter(test -> !before.has(test)).toList();
            for (var out : oneOrTwo(chosen)) {
                var rest = chosen.stream().filter(test -> !out.contains(test)).toList();
                for (var in : oneOrTwo(others)) {
                    best = better(
                            best,
                            packed(Stream.concat(in.stream(), rest.stream()).toList()));
                }
            }
            if (best == before) {
                return best;
            }
        }
        return best;
    }

    private static List<List<Candidate>> oneOrTwo(List<Candidate> tests) {
        var sets = new ArrayList<List<Candidate>>();
        for (var i = 0; i < tests.size(); i++) {
            sets.add(List.of(tests.get(i)));
            for (var j = i + 1; j < tests.size(); j++) {
                sets.add(List.of(tests.get(i), tests.get(j)));
            }
        }
        return sets;
    }

    private static Packing better(Packing one, Packing other) {
        return other.cover().objective() > one.cover().objective() + 1e-12 ? other : one;
    }

    /** The same tests by gain for their time, unless workers then need longer than the box. */
    private Packing inOrder(Packing packing) {
        var ordered = start();
        ordered.fill(packing.chosen(), box);
        return ordered.chosen().size() == packing.chosen().size() ? ordered : packing;
    }

    /** Sets of tests to start with; they guard against a greedy choice that blocks a better one. */
    private List<List<Candidate>> seeds() {
        if (exponent < 1) {
            return List.of();
        }
        var seeds = new ArrayList<List<Candidate>>();
        if (free.size() > SEEDS_UP_TO) {
            bestSingle().ifPresent(test -> seeds.add(List.of(test)));
            return seeds;
        }
        if (free.size() <= PAIRS_UP_TO) {
            return oneOrTwo(free);
        }
        free.forEach(test -> seeds.add(List.of(test)));
        return seeds;
    }

    private Optional<Candidate> bestSingle() {
        var start = start();
        return free.stream().filter(test -> start.fits(test, box)).max(Comparator.comparingDouble(start.cover()::gain));
    }

    private Packing packed(List<Candidate> seed) {
        var packing = start();
        packing.fillInOrder(seed, box);
        packing.fill(free, box);
        return packing;
    }

    private Packing start() {
        var packing = new Packing(inputs, exponent);
        packing.fill(pinned, Double.POSITIVE_INFINITY);
        return packing;
    }

    /** The tests that did not run longest, in a tenth of a small box; those chosen anyway need no reserve. */
    private List<Candidate> reserve(Packing best) {
        if (!small) {
            return List.of();
        }
        var left = RESERVE * box * inputs.workers();
        var kept = new ArrayList<Candidate>();
        for (var test : longestUnrun()) {
            if (test.seconds() <= Math.min(left, box) && start().fits(test, box)) {
                left -= test.seconds();
                if (!best.has(test)) {
                    kept.add(test);
                }
            }
        }
        return kept;
    }

    private List<Candidate> longestUnrun() {
        return free.stream()
                .sorted(Comparator.comparing(Planner::lastRun).thenComparing(Candidate::key))
                .toList();
    }

    private static Instant lastRun(Candidate test) {
        var at = test.lastRun();
        return at == null ? Instant.MIN : at;
    }

    private Packing withReserve(List<Candidate> reserved) {
        var packing = start();
        packing.fill(free, (1 - RESERVE) * box);
        packing.fillInOrder(reserved, box);
        packing.fill(free, box);
        return packing;
    }

    private List<Candidate> quarantined() {
        return inputs.tests().stream()
                .filter(test -> inputs.quarantined().containsKey(test.key()))
                .filter(test -> !inputs.blocked().containsKey(test.key())
                        && !inputs.drops().contains(test.key()))
                .filter(test -> !isPinned(test.key()))
                .sorted(Comparator.comparing(Candidate::key))
                .toList();
    }

    private boolean isPinned(TestKey key) {
        return inputs.pins().contains(key);
    }

    private static Set<TestKey> ids(List<Candidate> tests) {
        var keys = new HashSet<TestKey>();
        tests.forEach(test -> keys.add(test.key()));
        return keys;
    }
}
