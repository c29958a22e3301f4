package dev.interlock.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import dev.interlock.risk.fault.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes docs/benchmarks/paths.md; see there for the command. */
@EnabledIfSystemProperty(named = "benchmark.folder", matches = ".+")
class PathBenchmark {
    private static final Set<Part> WHOLE = EnumSet.allOf(Part.class);

    private static final int GATE_REPETITIONS = 60;

    private final StringBuilder text = new StringBuilder();

    @Test
    void writesTheBenchmarkOfPathLikelihoods() throws IOException {
        var folder = Path.of(System.getProperty("benchmark.folder"));
        Files.createDirectories(folder);
        say(
                "# Path likelihoods: measured\n\nWritten by `mvn -q -Dquick test -Dtest=PathBenchmark -Dbenchmark.folder=docs/benchmarks`, in about two minutes.\n");
        say(
                "A simulated landscape (%d services, %d paths, %d deployments, a run every %d) is replayed in time order, three times for each regime. Before each run every path gets the probability that it has a fault now; the truth is never told. The first four runs do not count. It is a model, not the world: its figures compare, they are no field results.\n",
                PathRegime.SERVICES, PathRegime.PATHS, PathRegime.DEPLOYMENTS, PathRegime.RUN_EVERY);
        var results = play(WHOLE);
        quality(results);
        ablation(mean(results));
        gates();
        Files.writeString(folder.resolve("paths.md"), text);
        Files.writeString(folder.resolve("paths-found.svg"), PathPlots.found(PathRegime.all(), results));
        Files.writeString(folder.resolve("paths-calibration.svg"), PathPlots.calibration(results));
        assertThat(results).allMatch(result -> result.filtered().calibrationError() < .02);
    }

    private void quality(List<PathReplayer.Result> results) {
        say(
                "## Quality\n\n`found`: share of the faulty paths among the fifth with the highest likelihood. `skill`: Brier skill over always saying the mean. `off`: calibration error over ten bins.\n");
        say("| regime | faulty | found | by failure rate | by changes | skill | of failure rate | off |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (var i = 0; i < results.size(); i++) {
            var result = results.get(i);
            say(
                    "| %s | %.3f | **%.3f** | %.3f | %.3f | %.3f | %.3f | %.4f |",
                    PathRegime.all().get(i).name(),
                    result.filtered().faultyShare(),
                    result.filtered().foundInTopFifth(),
                    result.failureRate().foundInTopFifth(),
                    result.mostChanged().foundInTopFifth(),
                    result.filtered().skill(),
                    result.failureRate().skill(),
                    result.filtered().calibrationError());
        }
        say("\n![Share found](paths-found.svg)\n\n![Calibration](paths-calibration.svg)\n");
    }

    private void ablation(double[] whole) {
        say("## What each part is worth\n\nMeans over all regimes, with one part left out.\n");
        say("| left out | found | skill | off |\n| --- | --- | --- | --- |");
        say("| nothing | %.3f | %.3f | %.4f |", whole[0], whole[1], whole[2]);
        for (var part : Part.values()) {
            var without = mean(play(EnumSet.complementOf(EnumSet.of(part))));
            say("| %s | %.3f | %.3f | %.4f |", part.words(), without[0], without[1], without[2]);
        }
    }

    private void gates() {
        say(
                "## Gates\n\nThe same world, tests of 60 to 95 %% power, 2 %% of them flaky: they fail 15 %% of the time and pass on retry in 70 %% of that. Every tenth path is critical (impact 5). After every %d deployments all tests run and the gate decides as in the product: no must-run test failing, no critical path untested or failing. Tests the estimator calls unreliable are in quarantine; tests that failed are run again, and one that saw a fault sees it again. Each release is judged a second time with one fault, seeded on a hop of a critical path. %d repetitions. Only PASS counts as passed.\n",
                PathRegime.RUN_EVERY, GATE_REPETITIONS);
        say(
                "| tests of a critical path, at least | run again | quarantine | healthy releases | blocked | with a seeded critical fault | passed | with other faults | passed |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        gate(0, 3, false);
        gate(1, 3, false);
        gate(1, 1, true);
        gate(1, 2, true);
        gate(1, 3, true);
        var whole = gate(2, 3, true);
        say(
                "\nThe last row is the advice: three tests for a critical path, quarantine, failures run again twice. What a single test of limited power does not see no gate holds back, and other faults pass where paths have no test: the gate says so with `maxRiskLeft`, which is not asked here.");
        assertThat(whole.blockedShare()).isLessThan(.01);
        assertThat(whole.passedShare()).isLessThan(.02);
    }

    private GateReplayer.Result gate(int reruns, int testsOfCritical, boolean quarantine) {
        var result = new GateReplayer(reruns, testsOfCritical, quarantine).play(GATE_REPETITIONS);
        say(
                "| %d | %d times | %s | %d | %.2f %% | %d | %.2f %% | %d | %.2f %% |",
                testsOfCritical,
                reruns,
                quarantine ? "yes" : "no",
                result.healthy(),
                100 * result.blockedShare(),
                result.seeded(),
                100 * result.passedShare(),
                result.faulty(),
                100.0 * result.faultyPassed() / Math.max(1, result.faulty()));
        return result;
    }

    private static List<PathReplayer.Result> play(Set<Part> parts) {
        var results = new ArrayList<PathReplayer.Result>();
        PathRegime.all().forEach(regime -> results.add(new PathReplayer(regime, parts).play()));
        return results;
    }

    private static double[] mean(List<PathReplayer.Result> results) {
        var sum = new double[3];
        for (var result : results) {
            sum[0] += result.filtered().foundInTopFifth() / results.size();
            sum[1] += result.filtered().skill() / results.size();
            sum[2] += result.filtered().calibrationError() / results.size();
        }
        return sum;
    }

    @FormatMethod
    private void say(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
