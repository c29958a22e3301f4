package dev.interlock.risk.fault;

import java.util.Arrays;

/**
 * Log-odds that each feature adds to the hazard of a deployment, learned by a Bayesian regression on the number of faults
 * found against the number expected, shrunk to the starting values. Not safe for several threads.
 */
public final class HazardWeights {
    private static final int SIZE = Feature.COUNT;

    private final double[] values;
    private final double[][] covariance;

    private HazardWeights(double[] values, double[][] covariance) {
        this.values = values;
        this.covariance = covariance;
    }

    /** The starting values. */
    public static HazardWeights starting() {
        var values = new double[SIZE];
        var covariance = new double[SIZE][SIZE];
        for (var feature : Feature.values()) {
            values[feature.place()] = feature.start();
            covariance[feature.place()][feature.place()] = feature.doubt() * feature.doubt();
        }
        return new HazardWeights(values, covariance);
    }

    /** Goes on with what was learned; starts anew when it was learned with other features. */
    static HazardWeights of(double[] values, double[][] covariance) {
        if (values.length != SIZE || covariance.length != SIZE) {
            return starting();
        }
        return new HazardWeights(
                values.clone(), Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new));
    }

    /** What the feature adds now, in log-odds. */
    public double value(Feature feature) {
        return values[feature.place()];
    }

    /** Standard deviation of what is known of the feature, in log-odds. */
    public double doubt(Feature feature) {
        return Math.sqrt(Math.max(0, covariance[feature.place()][feature.place()]));
    }

    double[] values() {
        return values.clone();
    }

    double[][] covariance() {
        return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    }

    /** Sum over features, in log-odds. */
    double of(double[] features) {
        var sum = 0.0;
        for (var i = 0; i < SIZE; i++) {
            sum += values[i] * features[i];
        }
        return sum;
    }

    /** Part of a fault was put down to a deployment with these features. */
    void found(double[] features, double share) {
        move(spread(features), share);
    }

    /** So many faults should have been found by now, were there any: none was. */
    void expected(double[] features, double faults) {
        if (faults <= 0) {
            return;
        }
        var spread = spread(features);
        var variance = 0.0;
        for (var i = 0; i < SIZE; i++) {
            variance += features[i] * spread[i];
        }
        var known = faults / (1 + faults * variance);
        for (var i = 0; i < SIZE; i++) {
            for (var j = 0; j < SIZE; j++) {
                covariance[i][j] -= known * spread[i] * spread[j];
            }
        }
        move(spread, -known);
    }

    private double[] spread(double[] features) {
        var spread = new double[SIZE];
        for (var i = 0; i < SIZE; i++) {
            for (var j = 0; j < SIZE; j++) {
                spread[i] += covariance[i][j] * features[j];
            }
        }
        return spread;
    }

    private void move(double[] spread, double by) {
        for (var i = 0; i < SIZE; i++) {
            values[i] += spread[i] * by;
        }
    }
}
