package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import dev.interlock.platform.Finding;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Checks the top of a document: its version and the sections it must have. */
final class RootCheck {
    private static final String READ = "Versions 2.0, 3.0, 3.1 and 3.2 are read.";
    private static final Map<String, String> OTHERS = Map.of(
            "arazzo", "an Arazzo document; upload it as a test case",
            "asyncapi", "an AsyncAPI document, which is not read yet",
            "openrpc", "an OpenRPC document, which is not read",
            "swaggerVersion", "a Swagger 1.x document; convert it to OpenAPI 3",
            "item", "probably a Postman collection, not an interface",
            "overlay", "an OpenAPI overlay, not an interface");

    private RootCheck() {}

    static OpenApiVersion version(ObjectNode root) {
        var key = root.has("openapi") ? "openapi" : "swagger";
        if (!root.has(key)) {
            throw new UnreadableDocument(Findings.error("", "There is neither 'openapi' nor 'swagger'.", hint(root)));
        }
        return OpenApiVersion.of(root)
                .orElseThrow(() -> new UnreadableDocument(Findings.error(
                        "/" + key,
                        "The version %s %s is not known.".formatted(key, root.path(key)),
                        key.equals("swagger")
                                ? "'swagger' must be \"2.0\"; from 3.0 on the key is 'openapi'. " + READ
                                : READ)));
    }

    private static String hint(ObjectNode root) {
        return OTHERS.entrySet().stream()
                .filter(other -> root.has(other.getKey()))
                .findFirst()
                .map(other -> "This is " + other.getValue() + ".")
                .orElse("Name the version at the top, such as openapi: 3.1.0.");
    }

    static void sections(ObjectNode root, OpenApiVersion version, List<Finding> findings) {
        checkInfo(root, findings);
        mustBeObject(root, "paths", findings);
        mustBeObject(root, "webhooks", findings);
        mustBeObject(root, "components", findings);
        checkPathsPresent(root, version, findings);
        for (var key : root.path("paths").propertyNames()) {
            checkPathItem(root, key, findings);
        }
    }

    private static void checkInfo(ObjectNode root, List<Finding> findings) {
        if (!root.path("info").path("title").isString()) {
            findings.add(Findings.warning("/info/title", "The document has no title.", "Add info.title."));
        }
    }

    private static void checkPathsPresent(ObjectNode root, OpenApiVersion version, List<Finding> findings) {
        if (root.has("paths")) {
            return;
        }
        if (!version.usesJsonSchema2020()) {
            findings.add(Findings.error(
                    "/paths", "The required 'paths' is missing.", "Add 'paths', or {} when there are none yet."));
        } else if (!root.has("webhooks") && !root.has("components")) {
            findings.add(Findings.error(
                    "/paths", "None of 'paths', 'webhooks' and 'components' is there.", "Add at least one of them."));
        }
    }

    private static void mustBeObject(ObjectNode root, String key, List<Finding> findings) {
        if (root.has(key) && !root.path(key).isObject()) {
            findings.add(Findings.error("/" + key, "'%s' is not an object.".formatted(key), "Write it as an object."));
        }
    }

    private static void checkPathItem(ObjectNode root, String key, List<Finding> findings) {
        if (key.startsWith("x-")) {
            return;
        }
        var pointer = Pointers.child("/paths", key);
        if (!root.path("paths").path(key).isObject()) {
            findings.add(Findings.error(
                    pointer, "A path whose value is not an object.", "Describe its operations, or remove it."));
        }
        if (!key.startsWith("/")) {
            findings.add(Findings.warning(pointer, "A path that does not start with '/'.", "Start it with '/'."));
        }
    }
}
