package dev.interlock.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image without Docker: its layers laid out as the Dockerfile lays them out, started by its command. */
class ContainerIT {
    private static final String VOLUME = "/var/lib/interlock";

    private final ContainerRecipe recipe = ContainerRecipe.read(Path.of("Dockerfile"));

    @TempDir
    Path folder;

    @Test
    void startsFromItsLayersAndKeepsAnArchiveOfItsClasses() throws Exception {
        var layers = folder.resolve("layers");
        extract(layers);
        var image = Files.createDirectory(folder.resolve("image"));
        for (var copy : recipe.copies()) {
            take(layers.resolve(copy.from().replaceFirst("^/layers/", "")), image);
        }
        var volume = Files.createDirectory(folder.resolve("volume"));

        try (var started = start(image, volume)) {
            assertThat(Started.send("GET", started.address() + "sign-in", "", "")
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(volume.resolve("interlock.jsa")).isNotEmptyFile();
        assertThat(volume.resolve("database")).as("the embedded database").doesNotExist();
        try (var again = start(image, volume)) {
            assertThat(again.address()).startsWith("http");
            assertThat(again.printed()).doesNotContain("[error]", "[warning]");
        }
    }

    private void extract(Path layers) throws IOException, InterruptedException {
        var command = List.of(
                Started.java(),
                "-Djarmode=tools",
                "-jar",
                Path.of("target/interlock.jar").toAbsolutePath().toString(),
                "extract",
                "--layers",
                "--destination",
                layers.toString());
        assertThat(recipe.builds()).contains(String.join(" ", command.subList(4, 6)));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("extract.txt").toFile())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void take(Path layer, Path image) throws IOException {
        if (!Files.isDirectory(layer)) {
            return;
        }
        try (var files = Files.walk(layer)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var there = image.resolve(layer.relativize(file).toString());
                Files.createDirectories(there.getParent());
                Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Started start(Path image, Path volume) {
        var command = recipe.entry().stream()
                .map(part -> part.equals("java") ? Started.java() : part.replace(VOLUME, volume.toString()))
                .toList();
        var environment = Map.of(
                "INTERLOCK_DATA", volume.toString(),
                "MANAGEMENT_SERVER_PORT", "0",
                "SPRING_DATASOURCE_URL", TestDatabase.newDatabase(),
                "SPRING_DATASOURCE_USERNAME", TestDatabase.user(),
                "SPRING_DATASOURCE_PASSWORD", TestDatabase.password());
        return Started.of(image, environment, command, "--server.port=0");
    }
}
