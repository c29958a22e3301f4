package dev.interlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {
    private static final String OPENAPI = """
            openapi: 3.1.0
            info: {title: Orders, version: "1"}
            paths:
              /orders/{orderId}:
                get:
                  operationId: getOrder
                  parameters: [{name: orderId, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: ok}}
            """;
    private static final String ARAZZO = """
            arazzo: 1.1.0
            info: {title: Shop, version: "1"}
            sourceDescriptions:
              - {name: orders, url: ./orders.yaml, type: openapi}
            workflows:
              - workflowId: read
                steps:
                  - stepId: get
                    operationId: OPERATION
                    parameters: [{name: orderId, in: path, value: "7"}]
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    @Test
    void documentsWithoutErrorsEndWithZero() throws IOException {
        file("orders.yaml", OPENAPI);
        file("shop.arazzo.yaml", ARAZZO.replace("OPERATION", "getOrder"));

        assertThat(check(folder.toString())).isZero();
        assertThat(out.toString()).contains("2 documents checked: 0 errors, 0 warnings.");
    }

    @Test
    void anErrorIsToldWithFileLineColumnAndHint() throws IOException {
        file("orders.yaml", OPENAPI);
        var shop = file("shop.arazzo.yaml", ARAZZO.replace("OPERATION", "getOrders"));

        assertThat(check(shop)).isEqualTo(1);
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .startsWith(shop + ":8:9: error: The source has no operation \"getOrders\".")
                .contains("It has: getOrder.");
    }

    @Test
    void tellsTheLineOfWhatIsOddInAnInterface() throws IOException {
        var orders = file("orders.yaml", OPENAPI.replace("orderId, in: path", "id, in: path"));

        assertThat(check(orders)).isZero();
        assertThat(out.toString()).startsWith(orders + ":5:5: warning: The path variable {orderId}");
    }

    @Test
    void anUnreadableTextIsToldWithItsLine() throws IOException {
        var broken = file("a/b/broken.json", "{\"openapi\": \"3.1.0\",\n \"paths\": [}");

        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(out.toString()).startsWith(broken + ":2:");
    }

    @Test
    void missingSourcesAreWarnedOfAndDoNotFail() throws IOException {
        var shop = file("shop.arazzo.yaml", ARAZZO.replace("OPERATION", "getOrder"));

        assertThat(check(shop)).isZero();
        assertThat(out.toString()).contains(":4:", "warning: There is no file ./orders.yaml.");
    }

    @Test
    void aFolderHoldsOtherFilesToo() throws IOException {
        file("orders.yaml", OPENAPI);
        file("values.yaml", "image: nginx\nsteps: [openapi: 3]\n");
        file("package.json", "{\"name\": \"x\", \"scripts\": {\"openapi\": \"y\"}}");
        file("node_modules/x/openapi.yaml", "openapi: 9\n");

        assertThat(check(folder.toString())).isZero();
        assertThat(out.toString()).contains("1 document checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.yaml", "empty"})
    void whatCannotBeCheckedEndsWithTwo(String name) throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(check(folder.resolve(name).toString())).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void aNamedFileOfAnotherKindIsAnError() throws IOException {
        assertThat(check(file("values.yaml", "image: nginx\n"))).isEqualTo(1);
        assertThat(out.toString()).contains("neither an Arazzo nor an OpenAPI document");
    }

    @Test
    void aFileIsNeededToCheck() {
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    @Test
    void writesJsonAndSarif() throws IOException {
        file("orders.yaml", OPENAPI);
        var shop = file("shop.arazzo.yaml", ARAZZO.replace("OPERATION", "nothing"));

        check("--format", "json", shop);
        var json = JsonMapper.shared().readTree(out.toString()).path("findings").path(0);
        out.getBuffer().setLength(0);
        check("--format", "sarif", shop);
        var sarif = JsonMapper.shared()
                .readTree(out.toString())
                .at("/runs/0/results/0/locations/0/physicalLocation/region/startLine");

        assertThat(List.of(json.path("file").asString(), json.path("severity").asString()))
                .containsExactly(shop, "error");
        assertThat(json.path("line").intValue()).isEqualTo(8).isEqualTo(sarif.intValue());
        assertThat(json.path("path").asString()).startsWith("/workflows/0/steps/0");
    }
}
