package dev.interlock.cli;

import dev.interlock.platform.Keys;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks a server for a run and, when told to, waits for its verdict. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Starts a run on a server. With --wait the exit code is the verdict: 0 pass, 1 gate failed, 2 could not tell.")
final class RunCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    ServerOptions server;

    @Option(names = "--project", required = true, description = "key of the project")
    String project = "";

    @Option(names = "--plan", description = "key of the plan")
    @Nullable
    String plan;

    @Option(names = "--suite", description = "key of a suite, instead of a plan")
    @Nullable
    String suite;

    @Option(names = "--tests", split = ",", description = "keys of test cases, instead of a plan")
    List<String> tests = List.of();

    @Option(names = "--environment", description = "key of the environment, the plan's own otherwise")
    @Nullable
    String environment;

    @Option(names = "--budget", converter = DurationConverter.class, description = "time budget, such as 8m")
    @Nullable
    Duration budget;

    @Option(names = "--workers", description = "how many items at the same time")
    @Nullable
    Integer workers;

    @Option(names = "--purpose", description = "MAIN, CHANGE, RELEASE or AD_HOC")
    @Nullable
    String purpose;

    @Option(names = "--branch", description = "branch the versions were built from")
    @Nullable
    String branch;

    @Option(names = "--with", description = "version under test, such as payment=2.4.1; may be repeated")
    Map<String, String> versions = new LinkedHashMap<>();

    @Option(names = "--wait", description = "wait for the verdict")
    boolean wait;

    @Option(
            names = "--timeout",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description = "longest wait, such as 30m")
    Duration timeout = Duration.ofMinutes(30);

    @Override
    public Integer call() throws InterruptedException {
        var refusal = server.refusal("the scopes read and run:trigger");
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        if (!Keys.isWellFormed(project)) {
            return refuse(
                    "\"" + project + "\" is no key of a project. It stands in the address of its pages after /p/.");
        }
        try (var client = server.client()) {
            var run = client.post("/projects/" + project + "/runs", request());
            say(run.path("key").asString() + " accepted");
            return wait ? verdict(client, run.path("key").asString()) : ExitCodes.GOOD;
        } catch (IOException e) {
            return refuse(server.words(e));
        }
    }

    private int refuse(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
        return ExitCodes.UNKNOWN;
    }

    private int verdict(ServerClient client, String key) throws IOException, InterruptedException {
        var watch = new RunWatch(client, project, key, InstantSource.system(), this::say);
        return watch.untilEnd(timeout);
    }

    private ObjectNode request() {
        var request = JSON.createObjectNode();
        putText(request, "plan", plan);
        putText(request, "suite", suite);
        putText(request, "environment", environment);
        putText(request, "purpose", purpose);
        putText(request, "branch", branch);
        if (budget != null) {
            request.put("budgetMs", budget.toMillis());
        }
        if (workers != null) {
            request.put("workers", workers);
        }
        if (!tests.isEmpty()) {
            request.set("tests", JSON.valueToTree(tests));
        }
        if (!versions.isEmpty()) {
            request.set("versions", JSON.<JsonNode>valueToTree(versions));
        }
        return request;
    }

    private static void putText(ObjectNode request, String name, @Nullable String value) {
        if (value != null) {
            request.put(name, value);
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
