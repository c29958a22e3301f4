package dev.interlock.api.document;

import dev.interlock.api.problem.ProblemDocument;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The refusals each call may answer with, told from its shape; one described answer for each status. */
final class ProblemAnswers {
    private static final String TYPE = "application/problem+json";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "The request cannot be read."),
            Map.entry("401", "There is no token, or it is not good now."),
            Map.entry("403", "The token may not do this."),
            Map.entry("404", "There is nothing of this name, or not for this token."),
            Map.entry("406", "The answer is not available in the media types asked for."),
            Map.entry("409", "It does not fit what is stored."),
            Map.entry("412", "It was changed since the version named by If-Match."),
            Map.entry("413", "The body is larger than this call takes."),
            Map.entry("415", "The media type of the body is not one this call reads."),
            Map.entry("422", "What was sent is refused; findings name every fault."),
            Map.entry("428", "It exists; send If-Match with the version read."),
            Map.entry("429", "A limit is reached; Retry-After says when to come again."),
            Map.entry("500", "Something went wrong on our side; the log tells more under the traceId.")));

    private ProblemAnswers() {}

    static void declare(OpenAPI contract) {
        var components = contract.getComponents();
        ModelConverters.getInstance(true).readAll(ProblemDocument.class).forEach(components::addSchemas);
        WORDS.forEach((status, words) -> components.addResponses(name(status), answer(words)));
    }

    static void add(String method, String path, Operation operation) {
        statuses(method, path, operation)
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name(status))));
    }

    private static Set<String> statuses(String method, String path, Operation operation) {
        var statuses = new TreeSet<>(List.of("400", "401", "403", "406", "422", "429", "500"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (!READING.contains(method)) {
            statuses.add("409");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of("413", "415"));
        }
        if (VersionTags.takesVersion(operation)) {
            statuses.addAll(List.of("412", "428"));
        }
        return statuses;
    }

    private static ApiResponse answer(String words) {
        var schema = new Schema<>().$ref("#/components/schemas/ProblemDocument");
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType(TYPE, new MediaType().schema(schema)));
    }

    private static String name(String status) {
        return "Problem" + status;
    }
}
