package dev.interlock.api.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Set;

/** Says of the calls that answer with a stored thing that its version comes along, to be sent back in If-Match. */
final class VersionTags {
    private static final Set<HttpMethod> ANSWERING = Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Set<String> SUCCESSES = Set.of("200", "201");

    private VersionTags() {}

    /** Whether the call changes a stored thing only when its version is named. */
    static boolean takesVersion(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> "If-Match".equalsIgnoreCase(parameter.getName()));
    }

    static void declare(PathItem item) {
        if (item.readOperations().stream().anyMatch(VersionTags::takesVersion)) {
            item.readOperationsMap().forEach((method, operation) -> {
                if (ANSWERING.contains(method)) {
                    add(operation);
                }
            });
        }
    }

    private static void add(Operation operation) {
        operation.getResponses().forEach((status, answer) -> {
            if (SUCCESSES.contains(status)) {
                answer.addHeaderObject(
                        "ETag",
                        new Header()
                                .description("Its version; send it as If-Match to change or delete what was read.")
                                .schema(new StringSchema()));
            }
        });
    }
}
