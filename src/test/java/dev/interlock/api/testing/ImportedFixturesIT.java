package dev.interlock.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents made by nobody here, sent as a newcomer sends them: counted as their truth files say, or refused. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportedFixturesIT {
    private static final Path FIXTURES = Path.of("src/test/fixtures");

    private static final String ANY = "application/octet-stream";

    /** One is made to be wrong; the other reads outputs which its steps do not have. */
    private static final Set<String> INVALID = Set.of(
            "redocly-cli--arazzo-not-valid-test-description-museum.yaml", "Arazzo-Specification--bnpl-arazzo.yaml");

    @Autowired
    ApplicationContext context;

    private Caller api;

    @BeforeEach
    void enter() {
        api = TestProject.in(context, "Fixtures").api();
    }

    @TestFactory
    Stream<DynamicTest> importsEveryArazzoDocumentOrRefusesItWithItsPlace() throws IOException {
        return truth("arazzo")
                .filter(file -> file.getValue().path("is_arazzo").asBoolean())
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> arazzo(FIXTURES.resolve("arazzo").resolve(file.getKey()), file.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> importsEveryOpenApiDocumentOrRefusesItWithItsPlace() throws IOException {
        return truth("openapi")
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> openApi(FIXTURES.resolve("openapi").resolve(file.getKey()), file.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> importsEveryOpenApiDocumentOfSeveralFiles() throws IOException {
        return truth("openapi-multi")
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getKey(),
                        () -> several(FIXTURES.resolve("openapi-multi").resolve(folder.getKey()), folder.getValue())));
    }

    private void arazzo(Path file, JsonNode truth) throws IOException {
        var answer = send(file, "");

        if (INVALID.contains(file.getFileName().toString())) {
            refused(answer);
            return;
        }
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        var counts = answer.json().path("counts");
        assertThat(counts.path("workflows").asInt())
                .isEqualTo(truth.path("workflows").asInt());
        assertThat(counts.path("steps").asInt()).isEqualTo(truth.path("steps").asInt());
        assertThat(shown(answer)).hasSize(truth.path("workflows").asInt()).containsOnly(Files.readString(file));
    }

    /** The documents of the test cases an import names, as they are shown afterwards. */
    private List<String> shown(Caller.Answer imported) {
        return Stream.of("added", "changed", "matched")
                .flatMap(list -> imported.json().path(list).valueStream())
                .map(one -> one.asString().replace("test case ", ""))
                .map(key ->
                        api.get("/test-cases/" + key).json().path("workflow").asString())
                .toList();
    }

    private void several(Path folder, JsonNode truth) throws IOException {
        var answer = api.raw("POST", "/imports?dryRun=true&name=" + folder.getFileName() + ".zip", ANY, zipped(folder));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("counts").path("operations").asInt())
                .isEqualTo(truth.path("operations_after_resolving_path_refs").asInt());
    }

    private static byte[] zipped(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private void openApi(Path file, JsonNode truth) throws IOException {
        var answer = send(file, "&dryRun=true");

        if (answer.status() == 200) {
            assertThat(answer.json().path("kind").asString()).isEqualTo("OPENAPI");
            assertThat(answer.json().path("counts").path("operations").asInt())
                    .isEqualTo(truth.path("operations_after_local_path_refs").asInt());
        } else {
            refused(answer);
        }
    }

    private static void refused(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
        assertThat(answer.json().path("findings")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.path("where").asString()).isNotBlank();
            assertThat(finding.path("problem").asString()).isNotBlank();
        });
    }

    private Caller.Answer send(Path file, String query) throws IOException {
        var path = "/imports?name=" + file.getFileName() + query;
        return api.raw("POST", path, ANY, Files.readAllBytes(file));
    }

    private static Stream<Map.Entry<String, JsonNode>> truth(String folder) throws IOException {
        var text = Files.readString(FIXTURES.resolve(folder).resolve("TRUTH.json"));
        return JsonMapper.builder().build().readTree(text).path("files").properties().stream();
    }
}
