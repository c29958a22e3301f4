package dev.interlock.benchmark;

import dev.interlock.plan.PlanInputs;
import dev.interlock.plan.Planner;
import dev.interlock.plan.TestPlans;
import dev.interlock.risk.TestRanker;
import dev.interlock.risk.TestRanker.Asked;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures the order of tests and plans, and writes what came of it. */
class RiskBenchmark {
    private static final List<String> HISTORIES =
            List.of("abb_iofrol", "deeplearning4j", "dune_debian11", "tct_rspec_core", "tct_titan");
    private static final List<String> WITH_DURATIONS = HISTORIES.subList(0, 3);
    private static final String PLAIN = "Interlock";
    private static final String COST = "Interlock, with duration";
    private static final String ORACLE = new Ranking.Oracle().name();
    private static final long SEED = 12_345;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LARGE = 10_000;

    private final StringBuilder text = new StringBuilder();

    @Test
    @EnabledIfSystemProperty(named = "benchmark.folder", matches = ".+")
    void writesWhatIsMeasured() throws IOException {
        var folder = Path.of(System.getProperty("benchmark.folder"));
        Files.createDirectories(folder);
        head();
        var replays = HISTORIES.stream().map(RiskBenchmark::replay).toList();
        replays.forEach(this::table);
        quarter(replays.subList(0, WITH_DURATIONS.size()));
        var calibration = Calibration.of(WITH_DURATIONS);
        calibrated(calibration);
        plans();
        Files.writeString(folder.resolve("risk.md"), text);
        Files.writeString(
                folder.resolve("tests-found.svg"),
                Plots.found(
                        replays.subList(0, WITH_DURATIONS.size()), List.of(ORACLE, COST, "decay .9 (B3)", "random")));
        Files.writeString(folder.resolve("tests-calibration.svg"), Plots.calibration(calibration));
    }

    private static Replay replay(String history) {
        var methods = new ArrayList<>(Known.all());
        methods.add(Ranking.Ours.plain());
        methods.add(Ranking.Ours.cost());
        methods.add(new Ranking.Oracle());
        return Replay.of(RecordedTests.read(history), methods, SEED);
    }

    private void head() {
        text.append("""
                # Order of tests and plans: measured

                Written by `mvn -q -Dquick test -Dtest=RiskBenchmark -Dbenchmark.folder=docs/benchmarks`, in about two minutes.
                Likelihoods of paths are in [paths.md](paths.md), times of scoring anew in [rescoring.md](rescoring.md) and of a plan for a change in [what-if.md](what-if.md).

                Recorded histories are replayed strictly in time order: each method orders a cycle knowing only the cycles
                before it. Tests are shown in a random order; equally urgent ones stay as they come, so figures differ by some
                thousandths from one seed to the next. Only cycles with a failure count. APFD: how early failing tests come;
                APFDc: the same over the time spent; NAPFD: the first within half of the time; then the share of failing
                tests found in 10, 25 and 50 % of the time. The histories whose name begins with `tct` have no durations, and
                hold only failing builds and tests that failed at least once: that flatters whoever expects a test without a
                failure to fail, so read them apart.

                """);
    }

    private void table(Replay replay) {
        line(
                "## %s, %d failing cycles",
                replay.history(),
                replay.byMethod().getOrDefault(PLAIN, List.of()).size());
        line("");
        line("| method | APFD | APFDc | NAPFD | 10 %% | 25 %% | 50 %% |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        for (var method : replay.byMethod().keySet()) {
            var name = method.startsWith("Interlock") ? "**" + method + "**" : method;
            line(
                    "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |",
                    name,
                    replay.mean(method, Found::apfd),
                    replay.mean(method, Found::apfdc),
                    replay.mean(method, Found::napfd50),
                    replay.mean(method, found -> found.recall().get(2)),
                    replay.mean(method, Found::inAQuarter),
                    replay.mean(method, found -> found.recall().get(10)));
        }
        line("");
    }

    private void quarter(List<Replay> replays) {
        var share = replays.stream()
                .mapToDouble(replay -> replay.mean(COST, Found::inAQuarter) / replay.mean(ORACLE, Found::inAQuarter))
                .average()
                .orElse(0);
        line("## In a quarter of the time");
        line("");
        line("Interlock with duration finds %.2f of what the oracle finds, mean of the three histories.", share);
        line("Difference to each method over the same cycles, with the interval of 95 %% (bootstrap):");
        line("");
        line("| less | %s | %s | %s |", WITH_DURATIONS.toArray());
        line("| --- | --- | --- | --- |");
        for (var method : Known.all()) {
            var cells = replays.stream()
                    .map(replay -> cell(replay, method.name(), Found::inAQuarter))
                    .toList();
            line("| %s | %s | %s | %s |", method.name(), cells.get(0), cells.get(1), cells.get(2));
        }
        line("");
        line("![Share of failing tests found against the share of time](tests-found.svg)");
        line("");
    }

    private static String cell(Replay replay, String method, ToDoubleFunction<Found> measure) {
        var difference = replay.difference(COST, method, measure);
        return "%+.3f [%+.3f, %+.3f]".formatted(difference.mean(), difference.low(), difference.high());
    }

    private void calibrated(Calibration calibration) {
        line("## Are the probabilities right?");
        line("");
        line(
                "Before each cycle of the three histories every test gets its probability of failing. Brier score %.4f,"
                                .formatted(calibration.brier())
                        + " always saying the mean %.4f; calibration error over ten bands %.4f.",
                calibration.brierOfMean(),
                calibration.error());
        line("");
        line("| said | tests | failed |");
        line("| --- | --- | --- |");
        calibration.bands().forEach(band -> line("| %.3f | %d | %.3f |", band.said(), band.count(), band.failed()));
        line("");
        line("![Probability said against share that failed](tests-calibration.svg)");
        line("");
    }

    private void plans() {
        var ratios = IntStream.range(0, 300)
                .mapToObj(seed -> TestPlans.small(seed, 6 + seed % 10, 1 + seed % 3 % 2))
                .mapToDouble(RiskBenchmark::ofOptimum)
                .sorted()
                .toArray();
        line("## Plans");
        line("");
        line(
                "300 made-up instances of 6 to 15 tests, one or two workers, boxes of 10 to 95 %% of the whole: the plan reaches"
                        + " %.4f of the exact optimum on average, %.4f in the worst case.",
                Arrays.stream(ratios).average().orElse(0), ratios[0]);
        line("");
        line(
                "%,d tests over %,d paths, one to ten paths a test, four workers; time of the processor, so that other work on the machine does not count, median and slowest of 20:",
                LARGE, LARGE);
        line("");
        line("| what | median ms | slowest ms |");
        line("| --- | --- | --- |");
        for (var hours : List.of(1, 8, 100)) {
            var inputs = TestPlans.large(hours, LARGE, Duration.ofHours(hours));
            times("plan and explain, box of " + hours + " h", () -> Planner.plan(inputs));
        }
        var ranker = new TestRanker(TestRanker.Order.RISK_AND_COST);
        var asked = IntStream.range(0, LARGE)
                .mapToObj(i -> new Asked("t" + i, 1 + i % 5))
                .toList();
        times("rank", () -> ranker.order(asked));
    }

    /** Share of the optimum that the plan reaches; 1 where nothing fits. */
    private static double ofOptimum(PlanInputs inputs) {
        var optimum = TestPlans.optimum(inputs);
        return optimum == 0 ? 1 : Planner.objective(inputs) / optimum;
    }

    private void times(String what, Runnable work) {
        IntStream.range(0, 5).forEach(_ -> work.run());
        var took = IntStream.range(0, 20)
                .mapToLong(_ -> {
                    var start = THREADS.getCurrentThreadCpuTime();
                    work.run();
                    return THREADS.getCurrentThreadCpuTime() - start;
                })
                .sorted()
                .toArray();
        line("| %s | %d | %d |", what, took[took.length / 2] / 1_000_000, took[took.length - 1] / 1_000_000);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
