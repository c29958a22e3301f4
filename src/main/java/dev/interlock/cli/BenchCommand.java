package dev.interlock.cli;

import dev.interlock.platform.Keys;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a running server from outside, one request after the other. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures how long a server takes to answer. Benchmarks: requests, the lists of a project and its board of"
                        + " risk. Fill the project with seed before.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:the server refused or gave no answer"})
final class BenchCommand implements Callable<Integer> {
    private static final String REQUESTS = "requests";
    private static final Map<String, String> ASKED = new TreeMap<>(Map.of(
            "runs", "/runs?limit=50",
            "problems", "/problems?limit=50",
            "tests", "/test-cases?limit=50",
            "services", "/services?limit=50",
            "paths", "/paths?limit=50"));

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    ServerOptions server;

    @Parameters(arity = "1", paramLabel = "NAME", description = "requests")
    String name = "";

    @Option(names = "--project", defaultValue = "seed", description = "key of the project, seed when left out")
    String project = "";

    @Option(names = "--times", defaultValue = "100", description = "how often each is asked for, 100 when left out")
    int times;

    @Override
    public Integer call() throws InterruptedException {
        if (!name.equals(REQUESTS)) {
            return refuse("There is no benchmark " + name + ". There is: " + REQUESTS + ".");
        }
        var refusal = server.refusal("the scope read");
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (!Keys.isWellFormed(project) || times < 1) {
            return refuse("--project has to be a key such as seed, --times 1 or more.");
        }
        try (var client = server.client()) {
            measure(client);
            return ExitCodes.GOOD;
        } catch (IOException e) {
            return refuse(server.words(e));
        }
    }

    private void measure(ServerClient client) throws IOException, InterruptedException {
        say(String.format(Locale.ROOT, "%-10s %8s %8s %8s", "ms", "half", "95 %", "worst"));
        for (var asked : ASKED.entrySet()) {
            var address = "/projects/" + project + asked.getValue();
            client.get(address);
            var took = new long[times];
            for (var i = 0; i < times; i++) {
                var began = System.nanoTime();
                client.get(address);
                took[i] = System.nanoTime() - began;
            }
            say(line(asked.getKey(), LongStream.of(took).sorted().boxed().toList()));
        }
    }

    private static String line(String what, List<Long> took) {
        return String.format(Locale.ROOT, "%-10s %8.1f %8.1f %8.1f", what, ms(took, .5), ms(took, .95), ms(took, 1));
    }

    private static double ms(List<Long> sorted, double share) {
        var place = (int) Math.ceil(share * sorted.size()) - 1;
        return Duration.ofNanos(sorted.get(Math.max(0, place))).toNanos() / 1e6;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private int refuse(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return ExitCodes.UNKNOWN;
    }
}
