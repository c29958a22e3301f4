package dev.interlock.risk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Predictions written down before each run, against what the run showed.
 *
 * @param runs runs it is worked out from
 * @param since when the first of them was predicted, null without any
 * @param byPath predictions from the hops of the paths
 * @param byTest predictions from each test's own record
 * @param caught what the first part of the time would have caught, had the riskiest tests run first
 */
public record Calibration(
        int runs, @Nullable Instant since, Predictions byPath, Predictions byTest, List<Caught> caught) {
    public Calibration {
        caught = List.copyOf(caught);
    }

    /**
     * One way to predict.
     *
     * @param brier mean squared distance of prediction and outcome, 0..1
     * @param skill one minus the Brier score over that of always saying the mean; 0 without failures
     */
    public record Predictions(List<Band> bands, int results, double brier, double skill) {
        public Predictions {
            bands = List.copyOf(bands);
        }
    }

    /**
     * Results with a similar prediction.
     *
     * @param from least prediction, 0..1
     * @param to prediction they stay below
     * @param predicted mean prediction, 0 without results
     * @param observed share that failed, 0 without results
     */
    public record Band(double from, double to, int results, double predicted, double observed) {}

    /**
     * @param timeShare share of the time of a run, 0..1
     * @param failures failing results that would have been seen by then, of {@code of}
     */
    public record Caught(double timeShare, int failures, int of) {}
}
