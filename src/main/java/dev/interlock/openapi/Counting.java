package dev.interlock.openapi;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Counts what a document holds. */
final class Counting {
    private Counting() {}

    static DocumentCounts of(
            JsonNode root, List<Operation> operations, List<Operation> further, List<Operation> webhooks) {
        var paths = root.path("paths");
        return new DocumentCounts(
                operations.size(),
                written(paths),
                (int) paths.propertyNames().stream()
                        .filter(key -> !key.startsWith("x-"))
                        .count(),
                webhooks.size(),
                callbacks(paths) + callbacks(root.path("webhooks")),
                further.size(),
                (root.has("swagger")
                                ? root.path("definitions")
                                : root.path("components").path("schemas"))
                        .size());
    }

    private static int written(JsonNode items) {
        return items.valueStream().mapToInt(Counting::methods).sum();
    }

    private static int methods(JsonNode item) {
        return (int) OperationReader.METHODS.stream().filter(item::has).count();
    }

    private static int callbacks(JsonNode items) {
        return items.valueStream()
                .flatMap(item -> OperationReader.METHODS.stream().map(item::path))
                .flatMap(operation -> operation.path("callbacks").valueStream())
                .mapToInt(Counting::written)
                .sum();
    }
}
