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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SeedCommandTests {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> cases = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int created = 201;

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

    @Test
    void sendsAsManyResultsAsWereAskedFor() {
        assertThat(run(new SeedCommand(), "--results", "2500", "--tests", "100"))
                .isZero();

        assertThat(cases).containsExactly(1000, 1000, 500);
        assertThat(asked).contains("POST /api/v1/projects", "PUT /api/v1/projects/seed/services/service-10");
        assertThat(out.toString()).contains("2,500 of 2,500 results stored");
    }

    @Test
    void fillsAProjectThatIsThere() {
        created = 409;

        assertThat(run(new SeedCommand(), "--results", "10")).isZero();
        assertThat(cases).containsExactly(10);
    }

    @Test
    void endsWhenTheServerRefuses() {
        created = 403;

        assertThat(run(new SeedCommand(), "--results", "10")).isEqualTo(2);
        assertThat(cases).isEmpty();
        assertThat(err.toString()).contains("The token lacks the scope admin");
    }

    @ParameterizedTest
    @CsvSource({"--results, 0", "--tests, -1", "--days, 0", "--project, My seed"})
    void refusesWhatMakesNoSense(String option, String value) {
        assertThat(run(new SeedCommand(), option, value)).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void givesTheSameReportForTheSameNumberAndSpreadsThemOverTheDays() {
        var reports = new SeedReports(50, 30, NOW);

        assertThat(reports.report(7, 20, .5)).isEqualTo(new SeedReports(50, 30, NOW).report(7, 20, .5));
        assertThat(reports.report(0, 1, 0)).contains("timestamp=\"2026-01-30T00:00:00Z\"");
        assertThat(reports.report(9, 1, .5)).contains("timestamp=\"2026-02-14T00:00:00Z\"");
        assertThat(reports.report(3, 1000, .1)).contains("<failure");
    }

    @Test
    void measuresWhatIsAskedForAndNothingElse() {
        assertThat(run(new BenchCommand(), "requests", "--times", "3")).isZero();
        assertThat(asked.stream().filter(one -> one.endsWith("/runs?limit=50"))).hasSize(4);
        assertThat(out.toString()).contains("95 %", "runs", "services");

        assertThat(run(new BenchCommand(), "everything")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no benchmark everything. There is: requests.");
    }

    private int run(Object command, String... more) {
        var line = new CommandLine(command).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--server", "127.0.0.1:" + server.getAddress().getPort(), "--token", "t"));
        return line.execute(arguments.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            asked.add(exchange.getRequestMethod() + " " + uri.getPath()
                    + (uri.getRawQuery() == null || uri.getPath().endsWith("/results") ? "" : "?" + uri.getRawQuery()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (uri.getPath().endsWith("/results")) {
                cases.add(body.split("<testcase ", -1).length - 1);
            }
            var status =
                    exchange.getRequestMethod().equals("POST") && uri.getPath().endsWith("/projects") ? created : 200;
            var said = (status >= 300
                            ? "{\"title\":\"Refused\",\"detail\":\"The token lacks the scope admin.\"}"
                            : "{\"items\":[]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length);
            exchange.getResponseBody().write(said);
        }
    }
}
