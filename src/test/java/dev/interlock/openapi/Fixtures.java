package dev.interlock.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents made by nobody here. */
final class Fixtures {
    static final Path FOLDER = Path.of("src/test/fixtures/openapi");
    static final Path MULTI = Path.of("src/test/fixtures/openapi-multi");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Fixtures() {}

    static OpenApiDocument read(String name) {
        return OpenApiDocument.read(new Upload(name, bytes(FOLDER.resolve(name))));
    }

    static JsonNode truth(Path folder) {
        return JSON.readTree(bytes(folder.resolve("TRUTH.json"))).path("files");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Map<String, byte[]> files(String folder) {
        var top = MULTI.resolve(folder);
        var files = new LinkedHashMap<String, byte[]>();
        try (var all = Files.walk(top)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(top.relativize(file).toString(), bytes(file)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return files;
    }

    static OpenApiDocument yaml(String text) {
        return OpenApiDocument.read("document.yaml", text);
    }
}
