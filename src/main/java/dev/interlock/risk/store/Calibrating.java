package dev.interlock.risk.store;

import dev.interlock.risk.Calibration;
import dev.interlock.risk.Calibration.Band;
import dev.interlock.risk.Calibration.Caught;
import dev.interlock.risk.Calibration.Predictions;
import dev.interlock.risk.store.Forecasts.Forecast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Works out how right forecasts were. */
final class Calibrating {
    private static final double[] EDGES = {0, .01, .02, .05, .1, .2, .4, 1.01};
    private static final double[] TIMES = {.1, .25, .5};

    private Calibrating() {}

    private static Predictions predictions(List<Forecast> known, ToDoubleFunction<Forecast> predicted) {
        var bands = new ArrayList<Band>();
        for (var i = 0; i + 1 < EDGES.length; i++) {
            bands.add(band(known, predicted, EDGES[i], EDGES[i + 1]));
        }
        var base = mean(known, Calibrating::truth);
        var brier = mean(known, forecast -> Math.pow(predicted.applyAsDouble(forecast) - truth(forecast), 2));
        var skill = base > 0 && base < 1 ? 1 - brier / (base * (1 - base)) : 0;
        return new Predictions(bands, known.size(), brier, skill);
    }

    /** What the first part of each run's time would have caught, most expected failures per second first. */
    private static List<Caught> caught(List<Forecast> forecasts) {
        var byRun = new LinkedHashMap<Object, List<Forecast>>();
        forecasts.forEach(forecast ->
                byRun.computeIfAbsent(forecast.run(), _ -> new ArrayList<>()).add(forecast));
        var all = (int) forecasts.stream().filter(Forecast::failed).count();
        var caught = new ArrayList<Caught>();
        for (var share : TIMES) {
            var found =
                    byRun.values().stream().mapToInt(run -> found(run, share)).sum();
            caught.add(new Caught(share, found, all));
        }
        return caught;
    }

    private static int found(List<Forecast> run, double share) {
        var budget = share * run.stream().mapToDouble(Forecast::expectedMs).sum();
        var ordered = run.stream()
                .sorted(Comparator.comparingDouble(
                        (Forecast forecast) -> -forecast.byTest() / Math.max(1, forecast.expectedMs())))
                .toList();
        var spent = 0.0;
        var found = 0;
        for (var forecast : ordered) {
            spent += forecast.expectedMs();
            found += forecast.failed() && spent <= budget + 1e-6 ? 1 : 0;
        }
        return found;
    }

    private static Band band(List<Forecast> known, ToDoubleFunction<Forecast> predicted, double from, double to) {
        var here = known.stream()
                .filter(forecast -> predicted.applyAsDouble(forecast) >= from && predicted.applyAsDouble(forecast) < to)
                .toList();
        return new Band(from, Math.min(1, to), here.size(), mean(here, predicted), mean(here, Calibrating::truth));
    }

    private static double byPath(Forecast forecast) {
        var predicted = forecast.byPath();
        return predicted == null ? 0 : predicted;
    }

    private static double truth(Forecast forecast) {
        return forecast.failed() ? 1 : 0;
    }

    private static double mean(List<Forecast> forecasts, ToDoubleFunction<Forecast> value) {
        return forecasts.stream().mapToDouble(value).average().orElse(0);
    }

    /** Forecasts of runs against what these showed; the times of the runs are newest first. */
    static Calibration of(List<Forecast> forecasts, List<Instant> runs) {
        var onPaths =
                forecasts.stream().filter(forecast -> forecast.byPath() != null).toList();
        return new Calibration(
                runs.size(),
                runs.isEmpty() ? null : runs.getLast(),
                predictions(onPaths, Calibrating::byPath),
                predictions(forecasts, Forecast::byTest),
                caught(forecasts));
    }
}
