package dev.interlock.risk;

import dev.interlock.risk.fault.FaultModel;
import dev.interlock.risk.fault.Lessons;
import dev.interlock.risk.fault.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Plays a simulated world to the filter and to the two simplest things one could do instead, and measures them. */
final class PathReplayer {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int REPETITIONS = 3;

    private final PathRegime regime;
    private final Set<Part> parts;
    private final PathScores filtered = new PathScores();
    private final PathScores failureRate = new PathScores();
    private final PathScores mostChanged = new PathScores();

    PathReplayer(PathRegime regime, Set<Part> parts) {
        this.regime = regime;
        this.parts = parts;
    }

    /** Measures of the filter, of a decayed failure rate, and of the heat of changes. */
    record Result(PathScores filtered, PathScores failureRate, PathScores mostChanged) {}

    Result play() {
        for (var repetition = 0; repetition < REPETITIONS; repetition++) {
            play(new PathWorld(regime, repetition));
        }
        return new Result(filtered, failureRate, mostChanged);
    }

    private void play(PathWorld world) {
        var filter = new HopFilter(new FaultModel(Lessons.with(parts)));
        var rate = new HashMap<String, double[]>();
        var heat = new HashMap<String, Double>();
        world.hops.values().forEach(facts -> filter.structure(facts, START));
        world.hops.keySet().forEach(hop -> filter.verified(hop, "at the start", START));
        for (var number = 0; number < PathRegime.DEPLOYMENTS; number++) {
            var at = START.plus(Duration.ofDays(number));
            var deployment = world.deploy(number);
            filter.deployed(deployment.service(), deployment.change(), "1." + number, at);
            world.thirdParties().stream()
                    .filter(hop -> !hop.touches(deployment.service()))
                    .forEach(hop -> filter.drifted(hop, 1, at));
            heat.replaceAll((_, warmth) -> .97 * warmth);
            heat.merge(deployment.service(), 1.0 + PathRegime.places(deployment.change()), Double::sum);
            if ((number + 1) % PathRegime.RUN_EVERY == 0) {
                run(world, filter, rate, heat, number >= 4 * PathRegime.RUN_EVERY);
            }
        }
    }

    private void run(
            PathWorld world, HopFilter filter, Map<String, double[]> rate, Map<String, Double> heat, boolean counts) {
        if (counts) {
            measure(world, filter, rate, heat);
        }
        var shown = world.run();
        filter.outcomes(shown);
        shown.forEach(showing -> {
            var seen = rate.computeIfAbsent(showing.path(), _ -> new double[2]);
            seen[0] = .7 * seen[0] + (showing.failed() ? 1 : showing.passedOnRetry() ? .5 : 0);
            seen[1] = .7 * seen[1] + 1;
        });
        world.fix().forEach(hop -> filter.fixed(hop, "mended", null, START));
    }

    private void measure(PathWorld world, HopFilter filter, Map<String, double[]> rate, Map<String, Double> heat) {
        var faulty = world.faulty();
        var mine = new HashMap<String, Double>();
        var byRate = new HashMap<String, Double>();
        var byHeat = new HashMap<String, Double>();
        world.paths.forEach((path, hops) -> {
            mine.put(path, filter.likelihood(path, hops));
            var seen = rate.getOrDefault(path, new double[2]);
            byRate.put(path, (4 * .03 + seen[0]) / (4 + seen[1]));
            var warmth = hops.stream()
                    .flatMap(hop -> Set.of(hop.consumer(), hop.provider()).stream())
                    .distinct()
                    .mapToDouble(service -> heat.getOrDefault(service, 0.0))
                    .sum();
            byHeat.put(path, 1 - Math.exp(-.1 * warmth));
        });
        filtered.add(mine, faulty);
        failureRate.add(byRate, faulty);
        mostChanged.add(byHeat, faulty);
    }
}
