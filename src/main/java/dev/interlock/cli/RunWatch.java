package dev.interlock.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Follows one run to its end; short silences of the server are borne. */
final class RunWatch {
    private static final int MOST_FAILED_ASKS = 10;

    private final ServerClient client;
    private final String path;
    private final InstantSource clock;
    private final Consumer<String> out;
    private String lastLine = "";

    RunWatch(ServerClient client, String project, String key, InstantSource clock, Consumer<String> out) {
        this.client = client;
        this.path = "/projects/" + project + "/runs/" + key;
        this.clock = clock;
        this.out = out;
    }

    /** The exit code that fits the verdict, or {@link ExitCodes#UNKNOWN} when there is none in time. */
    int untilEnd(Duration timeout) throws IOException, InterruptedException {
        var deadline = clock.instant().plus(timeout);
        var failedAsks = 0;
        while (clock.instant().isBefore(deadline)) {
            try {
                var run = client.get(path + "?wait=" + seconds(deadline) + "s");
                failedAsks = 0;
                tell(run);
                if (isOver(run)) {
                    return exitCode(run);
                }
            } catch (IOException e) {
                if (++failedAsks > MOST_FAILED_ASKS || isFinal(e)) {
                    throw e;
                }
                Thread.sleep(Duration.ofSeconds(Math.min(failedAsks, 5)));
            }
        }
        out.accept("No verdict within " + timeout.toMinutes() + " min; the run goes on.");
        return ExitCodes.UNKNOWN;
    }

    private static boolean isFinal(IOException e) {
        return e instanceof ServerRefused refused && !refused.isPassing();
    }

    private long seconds(Instant deadline) {
        return Math.clamp(Duration.between(clock.instant(), deadline).toSeconds(), 1, 10);
    }

    private static boolean isOver(JsonNode run) {
        var state = run.path("state").asString("");
        return state.equals("FINISHED") || state.equals("CANCELLED");
    }

    private int exitCode(JsonNode run) throws IOException, InterruptedException {
        var verdict = run.path("verdict").asString("INCOMPLETE");
        var gate = client.get(path + "/gate");
        gate.path("reasons").forEach(reason -> out.accept("  " + sentence(reason)));
        out.accept(verdict);
        return switch (verdict) {
            case "PASS" -> ExitCodes.GOOD;
            case "FAIL" -> ExitCodes.BAD;
            default -> ExitCodes.UNKNOWN;
        };
    }

    private static String sentence(JsonNode reason) {
        return reason.path("verdict").asString("") + ": "
                + reason.path("sentence").asString("");
    }

    private void tell(JsonNode run) {
        var counts = run.path("counts");
        var line = "%s: %d of %d done, %d failed, %d broken"
                .formatted(
                        run.path("state").asString(""),
                        run.path("done").asInt(0),
                        counts.path("total").asInt(0),
                        counts.path("failed").asInt(0),
                        counts.path("broken").asInt(0));
        if (!line.equals(lastLine)) {
            out.accept(line);
            lastLine = line;
        }
    }
}
