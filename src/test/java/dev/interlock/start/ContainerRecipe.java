package dev.interlock.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a Dockerfile says, as far as this project's one says it. */
record ContainerRecipe(
        List<String> stages,
        List<Copy> copies,
        String builds,
        String user,
        Map<String, String> variables,
        List<String> volumes,
        List<Integer> exposed,
        String health,
        List<String> entry) {

    /** A folder taken over from another stage. */
    record Copy(String stage, String from, String to) {}

    static ContainerRecipe read(Path file) {
        try {
            return new Reader().read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects instruction by instruction. */
    private static final class Reader {
        private final List<String> stages = new ArrayList<>();
        private final List<Copy> copies = new ArrayList<>();
        private final StringBuilder builds = new StringBuilder();
        private final Map<String, String> variables = new HashMap<>();
        private final List<String> volumes = new ArrayList<>();
        private final List<Integer> exposed = new ArrayList<>();
        private List<String> entry = List.of();
        private String user = "";
        private String health = "";

        ContainerRecipe read(String text) {
            text.replaceAll("(?m)^#.*$", "")
                    .replaceAll("\\\\\\R", " ")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(this::instruction);
            return new ContainerRecipe(
                    stages, copies, builds.toString(), user, variables, volumes, exposed, health, entry);
        }

        private void instruction(String line) {
            var rest = line.substring(line.indexOf(' ') + 1).strip();
            switch (line.substring(0, line.indexOf(' '))) {
                case "FROM" -> stages.add(rest.contains(" AS ") ? rest.substring(rest.indexOf(" AS ") + 4) : "");
                case "COPY" -> copy(rest);
                case "RUN" -> builds.append(rest).append('\n');
                case "USER" -> user = rest;
                case "VOLUME" -> volumes.add(rest);
                case "ENV" ->
                    Arrays.stream(rest.split("\\s+"))
                            .map(one -> one.split("=", 2))
                            .forEach(one -> variables.put(one[0], one[1]));
                case "EXPOSE" ->
                    Arrays.stream(rest.split("\\s+")).map(Integer::valueOf).forEach(exposed::add);
                case "HEALTHCHECK" -> health = rest;
                case "ENTRYPOINT" -> entry = Arrays.asList(JsonMapper.shared().readValue(rest, String[].class));
                default -> {}
            }
        }

        private void copy(String rest) {
            var parts = rest.split("\\s+");
            if (parts[0].startsWith("--from=")) {
                copies.add(new Copy(parts[0].substring("--from=".length()), parts[1], parts[2]));
            }
        }
    }
}
