package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files for containers agree with each other; where Docker Compose is installed, it reads them too. */
class ContainerFilesTests {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(INTERLOCK_[A-Z_]+)(:[?-][^}]*)?}");

    private final JsonNode compose =
            YAMLMapper.builder().build().readTree(Path.of("docker-compose.yml").toFile());
    private final ContainerRecipe recipe = ContainerRecipe.read(Path.of("Dockerfile"));

    @Test
    void composeAcceptsTheFile() throws Exception {
        assumeTrue(run(Map.of(), "docker", "compose", "version") == 0, "Docker Compose is not installed");

        assertThat(run(Map.of("INTERLOCK_DATABASE_PASSWORD", "secret"), "docker", "compose", "config", "-q"))
                .isZero();
        assertThat(run(Map.of("INTERLOCK_DATABASE_PASSWORD", ""), "docker", "compose", "config", "-q"))
                .as("without a password")
                .isNotZero();
    }

    @Test
    void everyServiceHasAnImageAndOnlyVolumesThatAreDeclared() {
        var declared = names(compose.path("volumes"));
        var services = compose.path("services");

        assertThat(names(services)).containsExactlyInAnyOrder("database", "interlock");
        for (var service : services) {
            assertThat(service.path("image").asString("")).isNotEmpty();
            for (var volume : service.path("volumes")) {
                assertThat(declared).contains(volume.asString().split(":", 2)[0]);
            }
        }
    }

    @Test
    void theServiceWaitsForADatabaseThatTellsItsHealth() {
        var services = compose.path("services");
        var waits = services.path("interlock").path("depends_on").path("database");

        assertThat(waits.path("condition").asString()).isEqualTo("service_healthy");
        assertThat(services.path("database").path("healthcheck").path("test").toString())
                .contains("pg_isready");
        var version = services.path("database").path("image").asString().replaceAll("\\D", "");
        assertThat(Integer.parseInt(version)).isGreaterThanOrEqualTo(14);
    }

    @Test
    void bothSidesUseTheSameDatabase() {
        var server = compose.path("services").path("database").path("environment");
        var client = compose.path("services").path("interlock").path("environment");

        assertThat(client.path("SPRING_DATASOURCE_URL").asString())
                .isEqualTo("jdbc:postgresql://database:5432/"
                        + server.path("POSTGRES_DB").asString());
        assertThat(client.path("SPRING_DATASOURCE_USERNAME")).isEqualTo(server.path("POSTGRES_USER"));
        assertThat(client.path("SPRING_DATASOURCE_PASSWORD")).isEqualTo(server.path("POSTGRES_PASSWORD"));
    }

    @Test
    void noPasswordIsWrittenDownAndThePortIsOfThisMachineOnly() throws IOException {
        var found = VARIABLE.matcher(Files.readString(Path.of("docker-compose.yml"), StandardCharsets.UTF_8));
        var names = new HashSet<String>();
        while (found.find()) {
            names.add(found.group(1));
        }

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "INTERLOCK_DATABASE_PASSWORD", "INTERLOCK_BOOTSTRAP_TOKEN", "INTERLOCK_PORT");
        assertThat(compose.path("services")
                        .path("interlock")
                        .path("ports")
                        .get(0)
                        .asString())
                .startsWith("127.0.0.1:")
                .endsWith(":8080");
        assertThat(recipe.exposed()).contains(8080);
    }

    @Test
    void theImageCopiesFromAStageItHasRunsAsNobodySpecialAndTellsItsHealth() {
        assertThat(recipe.stages()).contains("build").hasSize(2);
        assertThat(recipe.copies())
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(recipe.stages()).contains(copy.stage()));
        assertThat(recipe.user()).isNotIn("", "root", "0");
        assertThat(recipe.health())
                .contains(":" + recipe.variables().get("MANAGEMENT_SERVER_PORT") + "/actuator/health");
        assertThat(recipe.exposed()).contains(Integer.valueOf(recipe.variables().get("MANAGEMENT_SERVER_PORT")));
        assertThat(recipe.volumes()).contains(recipe.variables().get("INTERLOCK_DATA"));
        assertThat(compose.path("services").path("interlock").path("volumes").toString())
                .contains(recipe.variables().get("INTERLOCK_DATA"));
        assertThat(recipe.builds()).contains("-Pcontainer").contains("extract --layers");
    }

    private static List<String> names(JsonNode node) {
        return node.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static int run(Map<String, String> variables, String... command) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(variables);
            return builder.start().waitFor();
        } catch (IOException e) {
            return 127;
        }
    }
}
