package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RunCommandTests {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private String verdict = "PASS";
    private int status = 202;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"PASS, 0", "FAIL, 1", "INCOMPLETE, 2"})
    void theVerdictIsTheExitCode(String said, int exitCode) {
        verdict = said;

        assertThat(run("--wait")).isEqualTo(exitCode);
        assertThat(out.toString()).contains("RUN-7 accepted", "3 of 3 done", "no must-run test failed", said);
    }

    @Test
    void sendsWhatItWasTold() {
        run("--plan", "nightly", "--budget", "8m", "--with", "payment=2.4.1", "--branch", "main");

        assertThat(asked.getFirst())
                .contains(
                        "\"plan\":\"nightly\"", "\"budgetMs\":480000", "\"payment\":\"2.4.1\"", "\"branch\":\"main\"");
    }

    @Test
    void saysWhyTheServerRefused() {
        status = 422;

        assertThat(run("--wait")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no plan nightly");
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThat(run("--wait")).isEqualTo(2);
        assertThat(err.toString()).contains("gave no answer: nobody takes a connection there");
    }

    @Test
    void readsAnAddressWithoutAScheme() {
        assertThat(execute(
                        "--server", "127.0.0.1:" + server.getAddress().getPort(), "--token", "t", "--project", "shop"))
                .isZero();
        assertThat(out.toString()).contains("RUN-7 accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://localhost, t, shop, is no address of a server",
        "http://localhost:1, '', shop, A token is missing",
        "http://localhost:1, t, My shop, is no key of a project",
    })
    void refusesWhatCannotBeAskedFor(String address, String token, String project, String reason) {
        assertThat(execute("--server", address, "--token", token, "--project", project))
                .isEqualTo(2);
        assertThat(err.toString()).contains(reason).hasLineCount(1);
    }

    private int run(String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server", "http://127.0.0.1:" + server.getAddress().getPort(), "--token", "t", "--project", "shop"));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return new CommandLine(new RunCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var path = exchange.getRequestURI().getPath();
            var posted = exchange.getRequestMethod().equals("POST");
            var body = (posted ? created() : path.endsWith("/gate") ? gate() : run()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(posted ? status : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String created() {
        return status == 202
                ? "{\"id\":\"x\",\"key\":\"RUN-7\",\"state\":\"QUEUED\"}"
                : "{\"title\":\"Plan is unknown\",\"detail\":\"There is no plan nightly.\"}";
    }

    private String run() {
        return "{\"state\":\"FINISHED\",\"verdict\":\"" + verdict
                + "\",\"done\":3,\"counts\":{\"total\":3,\"failed\":0,\"broken\":0}}";
    }

    private String gate() {
        return "{\"verdict\":\"" + verdict + "\",\"reasons\":[{\"condition\":\"MUST_RUN\",\"verdict\":\"" + verdict
                + "\",\"sentence\":\"no must-run test failed\"}]}";
    }
}
