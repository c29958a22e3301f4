package dev.interlock.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores integration paths from events on standard input, with the code that scores them in the service. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Reads events of a landscape, one JSON object a line, and answers each {\"type\":\"score\"} with the likelihood of a fault of every path.")
final class ScoreCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var number = 0;
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var replay = new PathReplay();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            try {
                if (!line.isBlank() && !isAnswered(JSON.readTree(line), replay, out)) {
                    break;
                }
            } catch (JacksonException | IllegalArgumentException e) {
                spec.commandLine().getErr().println(reason(number, e));
                return ExitCodes.UNKNOWN;
            }
        }
        return ExitCodes.GOOD;
    }

    /** Whether more may follow. */
    private static boolean isAnswered(JsonNode event, PathReplay replay, PrintStream out) {
        var type = event.path("type").asString("");
        if (type.equals("score")) {
            out.println(JSON.writeValueAsString(replay.score()));
            out.flush();
        } else if (!type.equals("end")) {
            replay.see(type, event);
        }
        return !type.equals("end");
    }

    private static String reason(int number, RuntimeException e) {
        return "Line " + number + " of the input is not understood: " + CommandLineTools.reason(e)
                + ". Send one JSON object a line, the last of type end.";
    }
}
