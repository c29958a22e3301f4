package dev.interlock.cli;

import dev.interlock.risk.TestRanker;
import dev.interlock.risk.TestRanker.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** Orders the tests of a replayed history with the estimator of the service; starts nothing and keeps nothing. */
@Command(
        name = "rank",
        mixinStandardHelpOptions = true,
        description =
                "Reads a test history from standard input, a JSON object a line, and answers each cycle with an order"
                        + " of its tests, most urgent first. Nothing is kept.")
final class RankCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(names = "--cost", description = "take the expected time into account, not only the probability of failing")
    boolean cost;

    @Option(names = "--impact", description = "weigh with the impact of the tests")
    boolean impact;

    @Override
    public Integer call() throws IOException {
        var protocol = new RankProtocol(new TestRanker(order()));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var number = 0;
        for (var line = in.readLine(); line != null; line = protocol.hasEnded() ? null : in.readLine()) {
            number++;
            try {
                if (!line.isBlank()) {
                    protocol.answer(line).ifPresent(this::say);
                }
            } catch (JacksonException | IllegalArgumentException e) {
                spec.commandLine().getErr().println(reason(number, e));
                return ExitCodes.UNKNOWN;
            }
        }
        return ExitCodes.GOOD;
    }

    private Order order() {
        if (impact) {
            return cost ? Order.RISK_AND_COST : Order.RISK;
        }
        return cost ? Order.COST : Order.PROBABILITY;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private static String reason(int number, RuntimeException e) {
        return "Line " + number + " of the input is not understood: " + e.getMessage()
                + ". Send one JSON object a line of type init, cycle, next, partial, result or end.";
    }
}
