package dev.interlock.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/** Scores integration paths from events on standard input, with the code that scores them in the service. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Reads events of a landscape, one JSON object a line, and answers each {\"type\":\"score\"} with the likelihood of a fault of every path.")
final class ScoreCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Integer call() throws IOException {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var replay = new PathReplay();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var event = JSON.readTree(line);
            var type = event.path("type").asString("");
            if (type.equals("end")) {
                break;
            }
            if (type.equals("score")) {
                out.println(JSON.writeValueAsString(replay.score()));
                out.flush();
            } else {
                replay.see(type, event);
            }
        }
        return ExitCodes.GOOD;
    }
}
