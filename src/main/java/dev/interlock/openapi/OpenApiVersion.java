package dev.interlock.openapi;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The versions of OpenAPI that are read. */
public enum OpenApiVersion {
    V2_0,
    V3_0,
    V3_1,
    V3_2;

    /** The version a root object names; empty when it names none we read. Accepts numbers such as {@code 3.0}. */
    static Optional<OpenApiVersion> of(JsonNode root) {
        if (root.has("openapi")) {
            return ofText(root.path("openapi").asString(""));
        }
        var swagger = root.path("swagger").asString("");
        return swagger.equals("2.0") || swagger.equals("2") ? Optional.of(V2_0) : Optional.empty();
    }

    private static Optional<OpenApiVersion> ofText(String text) {
        var minor = text.strip().replaceFirst("^(3\\.[0-9]+)(\\..*|-.*)?$", "$1");
        return switch (minor) {
            case "3", "3.0" -> Optional.of(V3_0);
            case "3.1" -> Optional.of(V3_1);
            case "3.2" -> Optional.of(V3_2);
            default -> Optional.empty();
        };
    }

    /** Whether schemas follow JSON Schema 2020-12 instead of the older dialect with {@code nullable}. */
    public boolean usesJsonSchema2020() {
        return this == V3_1 || this == V3_2;
    }
}
