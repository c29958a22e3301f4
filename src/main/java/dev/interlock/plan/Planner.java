package dev.interlock.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses and orders tests: pinned ones first, then by gain for their time with the coverage of paths taken into account.
 * Pure and deterministic. In a small time box a tenth is kept for what did not run longest.
 */
public final class Planner {
    private static final double SMALL_BOX = .5;
    private static final double RESERVE = .1;
    private static final double CLOSE_ENOUGH = .005;
    private static final double LITTLE = 1e-6;
    private static final int MOST_TRIES = 40;

    private final PlanModel model;
    private final int[] free;
    private final double box;
    private final boolean small;
    private final PackingSearch search;
    private int[] reserved = {};

    private Planner(PlanModel model, @Nullable Duration budget, boolean mayReserve) {
        var inputs = model.inputs();
        this.model = model;
        this.free =
                model.which(test -> inputs.isRunnable(test) && !inputs.isPinned(test) && !inputs.isQuarantined(test));
        this.box = budget == null ? Double.POSITIVE_INFINITY : budget.toMillis() / 1000.0;
        var whole = model.seconds(model.which(inputs::isRunnable)) / inputs.workers();
        this.small = mayReserve && box < SMALL_BOX * whole;
        var pinned = model.which(test -> inputs.isRunnable(test) && inputs.isPinned(test));
        this.search = new PackingSearch(model, pinned, free, box, box >= whole ? .5 : 1);
    }

    /** The selection for these inputs. Same inputs, same answer. */
    public static Selection plan(PlanInputs inputs) {
        var model = new PlanModel(inputs);
        var planner = new Planner(model, inputs.budget(), true);
        var packing = planner.packing();
        planner.addQuarantined(packing);
        return new PlanReport(model, packing, planner.free, planner.box, planner.reserved).selection();
    }

    /** What the objective comes to when no part of the box is kept for tests that starve; for proofs. */
    public static double objective(PlanInputs inputs) {
        return new Planner(new PlanModel(inputs), inputs.budget(), false)
                .packing()
                .cover()
                .objective();
    }

    /**
     * The smallest time box, to half a percent, whose selection plans this share of the score; empty when even all tests do
     * not.
     *
     * @param wanted percent, 0..100
     */
    public static Optional<Duration> smallestBudget(PlanInputs inputs, double wanted) {
        var model = new PlanModel(inputs);
        var everything = new Planner(model, null, true).packing();
        if (everything.cover().planned() < wanted - LITTLE) {
            return Optional.empty();
        }
        var most = Math.round(1000 * everything.workers().makespan()) + 1;
        var least = 0L;
        for (var tries = 0; tries < MOST_TRIES && most - least > Math.max(1, CLOSE_ENOUGH * most); tries++) {
            var middle = (least + most) / 2;
            if (reaches(model, Duration.ofMillis(middle), wanted)) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return Optional.of(Duration.ofMillis(most));
    }

    private static boolean reaches(PlanModel model, Duration budget, double wanted) {
        return new Planner(model, budget, true).packing().cover().planned() >= wanted - LITTLE;
    }

    private Packing packing() {
        var best = search.best();
        reserved = reserve(best);
        return reserved.length == 0 ? best : withReserve();
    }

    /** The tests that did not run longest, in a tenth of a small box; those chosen anyway need no reserve. */
    private int[] reserve(Packing best) {
        if (!small) {
            return new int[] {};
        }
        var start = search.start();
        var left = RESERVE * box * model.inputs().workers();
        var kept = new int[free.length];
        var count = 0;
        for (var test : longestUnrun()) {
            if (model.seconds(test) <= Math.min(left, box) && start.fits(test, box)) {
                left -= model.seconds(test);
                if (!best.has(test)) {
                    kept[count++] = test;
                }
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private int[] longestUnrun() {
        return Arrays.stream(free)
                .boxed()
                .sorted(Comparator.comparing((Integer test) -> lastRun(model.test(test)))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Instant lastRun(Candidate test) {
        var at = test.lastRun();
        return at == null ? Instant.MIN : at;
    }

    private Packing withReserve() {
        var packing = search.start();
        packing.fill(free, (1 - RESERVE) * box);
        packing.fillInOrder(reserved, box);
        packing.fill(free, box);
        return packing;
    }

    /** Tests in quarantine run last, in the time that is left; they do not count for the gate. */
    private void addQuarantined(Packing packing) {
        var inputs = model.inputs();
        packing.fillInOrder(
                model.which(test -> inputs.isRunnable(test) && !inputs.isPinned(test) && inputs.isQuarantined(test)),
                box);
    }
}
