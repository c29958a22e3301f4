package dev.interlock.ingest.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.ingest.landscape.Landscape.Dependency;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LandscapeReaderTests {
    private static final Path FIXTURES = Path.of("src/test/fixtures");

    private final List<Finding> refused = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> readsEveryComposeFileAsItsTruthSays() throws IOException {
        return truth("compose").path("files").properties().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> compose(file)));
    }

    private void compose(Map.Entry<String, JsonNode> file) throws IOException {
        var read = read(files(List.of(upload("compose", file.getKey())), List.of(), List.of()));
        var said = new ArrayList<>(pairs(file.getValue().path("depends_on")));
        said.addAll(pairs(file.getValue().path("links")));

        assertThat(read.services).hasSize(file.getValue().path("count").asInt());
        assertThat(edges(read, false)).containsExactlyInAnyOrderElementsOf(Set.copyOf(said));
        assertThat(edges(read)).containsAll(pairs(file.getValue().path("env_hints")));
    }

    @TestFactory
    Stream<DynamicTest> readsEveryManifestAsItsTruthSays() throws IOException {
        var files = Map.of(
                "GoogleCloudPlatform/microservices-demo", "microservices-demo--kubernetes-manifests.yaml",
                "microservices-demo/microservices-demo", "microservices-demo--complete-demo.yaml");
        return truth("k8s").path("by_repo").properties().stream()
                .map(repo -> DynamicTest.dynamicTest(
                        repo.getKey(), () -> manifests(files.getOrDefault(repo.getKey(), ""), repo.getValue())));
    }

    private void manifests(String file, JsonNode truth) throws IOException {
        var read = read(files(List.of(), List.of(upload("k8s", file)), List.of()));

        assertThat(read.counts)
                .containsEntry("documents", truth.path("documents").asInt())
                .containsEntry("kubernetesServices", truth.path("services").size())
                .containsEntry("workloads", truth.path("workloads").size());
        assertThat(read.services).hasSize(truth.path("workloads").size());
        assertThat(edges(read, true)).containsAll(pairs(truth.path("env_hints")));
        assertThat(edges(read, false)).isEmpty();
    }

    @Test
    void readsCatalogsTogether() throws IOException {
        var uploads = new ArrayList<Upload>();
        for (var file : truth("backstage").path("files").properties()) {
            uploads.add(upload("backstage", file.getKey()));
        }

        var read = read(files(List.of(), List.of(), uploads));

        assertThat(read.counts).containsEntry("entities", 4);
        assertThat(read.services.keySet())
                .extracting(ServiceKey::value)
                .containsExactlyInAnyOrder("artist-lookup", "artists-db", "wayback-search");
        assertThat(edges(read, false)).containsExactly("artist-lookup artists-db");
        assertThat(read.teams).containsKey("team-a");
        assertThat(read.services.values())
                .filteredOn(one -> one.key().value().equals("artists-db"))
                .extracting(Landscape.Found::kind)
                .containsExactly(ServiceKind.DATABASE);
        assertThat(read.findings)
                .anyMatch(one -> one.problem().contains("wayback-archive"))
                .anyMatch(one -> one.problem().contains("library"));
    }

    @Test
    void followsExtendsAndEnvFilesWithinTheUpload() {
        var main = Upload.text("compose.yml", """
                services:
                  web:
                    extends: {file: ./base/common.yml, service: app}
                    env_file: [web.env]
                    environment: [CACHE=cache:6379]
                  cache: {image: "redis:7"}
                  ledger: {image: "shop/ledger:1"}
                """);
        var base = Upload.text("common.yml", "services:\n  app:\n    image: shop/app\n    depends_on: [ledger]\n");
        var env = Upload.text("web.env", "# where\nexport LEDGER_URL=http://u:p@ledger:80/x\n");

        var read = read(new LandscapeFiles(List.of(main, base), List.of(), List.of(), List.of(main, base, env)));

        assertThat(read.services.keySet()).extracting(ServiceKey::value).containsExactly("web", "cache", "ledger");
        assertThat(edges(read, false)).containsExactly("web ledger");
        assertThat(edges(read, true)).containsExactly("web cache");
        assertThat(read.usedFiles).containsExactly("web.env");
    }

    @Test
    void namesWhatWasNotSent() {
        var main = Upload.text("compose.yml", """
                services:
                  a: {extends: {file: /etc/passwd, service: root}, env_file: ../../secret.env, depends_on: [gone]}
                  b: {extends: b}
                """);

        var read = read(files(List.of(main), List.of(), List.of()));

        assertThat(read.services).hasSize(2);
        assertThat(read.findings)
                .anyMatch(one -> one.problem().contains("/etc/passwd"))
                .anyMatch(one -> one.problem().contains("secret.env"))
                .anyMatch(one -> one.problem().contains("gone"))
                .anyMatch(one -> one.problem().contains("extends itself"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: !!javax.script.ScriptEngineManager []",
                "services: {a: {image: x}",
                "services: [unclosed",
                "---\nservices: {}\n---\nservices: {}\n",
                "just text"
            })
    void refusesABrokenComposeFileWithAPlace(String text) {
        var read = read(files(List.of(Upload.text("compose.yml", text)), List.of(), List.of()));

        assertThat(read.services).isEmpty();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.where()).contains("compose.yml"));
    }

    @Test
    void refusesAYamlBomb() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) {
            text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }
        read(files(List.of(), List.of(Upload.text("k.yaml", text + "apiVersion: v1\n")), List.of()));

        assertThat(refused).hasSize(1);
    }

    @Test
    void takesNamesAsTheyAreAndMakesKeysOfThem() {
        var text = "services:\n  \"=cmd|' /C calc'!A0\": {}\n  \"\\u202Eevil\": {}\n  ../../etc: {}\n";

        var read = read(files(List.of(Upload.text("compose.yml", text)), List.of(), List.of()));

        assertThat(read.services.keySet())
                .extracting(ServiceKey::value)
                .containsExactly("cmd-c-calc-a0", "evil", "etc");
    }

    private Landscape read(LandscapeFiles files) {
        return new LandscapeReader(refused).read(files, Set.of());
    }

    private static LandscapeFiles files(List<Upload> compose, List<Upload> kubernetes, List<Upload> backstage) {
        return new LandscapeFiles(compose, kubernetes, backstage, compose);
    }

    private static List<String> edges(Landscape read, boolean guess) {
        return read.dependencies.values().stream()
                .filter(one -> one.guess() == guess)
                .map(LandscapeReaderTests::pair)
                .toList();
    }

    private static List<String> edges(Landscape read) {
        return read.dependencies.values().stream()
                .map(LandscapeReaderTests::pair)
                .toList();
    }

    private static String pair(Dependency one) {
        return one.edge().consumer() + " " + one.edge().provider();
    }

    private static List<String> pairs(JsonNode truth) {
        return truth.valueStream()
                .map(pair -> pair.path(0).asString() + " " + pair.path(1).asString())
                .toList();
    }

    private static Upload upload(String kind, String file) throws IOException {
        return new Upload(file, Files.readAllBytes(FIXTURES.resolve(kind).resolve(file)));
    }

    private static JsonNode truth(String kind) throws IOException {
        var text = Files.readString(FIXTURES.resolve(kind).resolve("TRUTH.json"));
        return JsonMapper.builder().build().readTree(text);
    }
}
