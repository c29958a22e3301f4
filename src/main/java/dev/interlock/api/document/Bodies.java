package dev.interlock.api.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** Bodies and successes of a call as its line of the table says. */
final class Bodies {
    private Bodies() {}

    static void describe(Operation operation, CallTable.Call call) {
        if (!call.sent().isEmpty()) {
            operation.setRequestBody(new RequestBody().required(true).content(sent(call.sent())));
        }
        var found = operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .findFirst();
        var content = call.given().isEmpty() ? found.orElse(null) : given(call.given());
        var responses = new ApiResponses();
        for (var status : call.answers()) {
            responses.addApiResponse(
                    status, new ApiResponse().description(phrase(status)).content(content));
        }
        operation.setResponses(responses);
    }

    static String phrase(String status) {
        return HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase() + ".";
    }

    private static Content sent(List<String> types) {
        var content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType().schema(sent(type))));
        return content;
    }

    private static Schema<?> sent(String type) {
        return switch (type) {
            case "multipart/form-data" ->
                new ObjectSchema().addProperty("file", new ArraySchema().items(new StringSchema().format("binary")));
            case "application/json" -> new ObjectSchema();
            default -> new StringSchema();
        };
    }

    private static Content given(List<String> types) {
        var content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType().schema(new StringSchema())));
        return content;
    }
}
