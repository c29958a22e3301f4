package dev.interlock.cli;

import dev.interlock.platform.Keys;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Fills a project of a server with generated results, so that what is measured on it means something. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description =
                "Sends generated test reports to a project of a server, for benchmarks. The project is created when it is"
                        + " not there; its runs are marked as generated.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all results are stored", "2:the server refused or gave no answer"})
final class SeedCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TOLD = 10;
    private static final int EXISTS = 409;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    ServerOptions server;

    @Option(names = "--project", defaultValue = "seed", description = "key of the project, seed when left out")
    String project = "";

    @Option(names = "--results", defaultValue = "100000", description = "how many results, 100000 when left out")
    long results;

    @Option(names = "--tests", defaultValue = "1000", description = "how many different tests, 1000 when left out")
    int tests;

    @Option(names = "--days", defaultValue = "30", description = "over how many days, 30 when left out")
    int days;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws InterruptedException {
        var refusal = server.refusal("the scope admin");
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (!Keys.isWellFormed(project) || results < 1 || tests < 1 || days < 1) {
            return refuse(
                    "--project has to be a key such as seed; --results, --tests and --days have to be 1 or more.");
        }
        try (var client = server.client()) {
            fill(client);
            return ExitCodes.GOOD;
        } catch (IOException e) {
            return refuse(server.words(e));
        }
    }

    private void fill(ServerClient client) throws IOException, InterruptedException {
        create(client);
        var reports = new SeedReports(tests, days, clock.instant());
        var began = clock.instant();
        var stored = 0L;
        for (var number = 0L; stored < results; number++) {
            var cases = (int) Math.min(SeedReports.MOST_CASES, results - stored);
            var share = (double) stored / results;
            client.post(
                    "/projects/" + project + "/results?service=" + SeedReports.service(number)
                            + "&branch=main&purpose=MAIN&note=generated%20by%20seed",
                    "application/xml",
                    reports.report(number, cases, share));
            var before = stored;
            stored += cases;
            if (stored == results || stored * TOLD / results > before * TOLD / results) {
                tell(stored, Duration.between(began, clock.instant()));
            }
        }
    }

    private void create(ServerClient client) throws IOException, InterruptedException {
        try {
            client.post("/projects", JSON.createObjectNode().put("key", project).put("name", "Seed"));
        } catch (ServerRefused e) {
            if (e.status() != EXISTS) {
                throw e;
            }
        }
        for (var service : SeedReports.services()) {
            client.put(
                    "/projects/" + project + "/services/" + service,
                    JSON.createObjectNode().put("name", service));
        }
    }

    private void tell(long stored, Duration took) {
        var perSecond = Math.round(1000.0 * stored / Math.max(1, took.toMillis()));
        spec.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT, "%,d of %,d results stored, %,d a second", stored, results, perSecond));
        spec.commandLine().getOut().flush();
    }

    private int refuse(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return ExitCodes.UNKNOWN;
    }
}
