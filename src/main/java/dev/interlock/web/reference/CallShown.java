package dev.interlock.web.reference;

import dev.interlock.openapi.Content;
import dev.interlock.openapi.Located;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.Response;
import dev.interlock.openapi.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call with all its parts.
 *
 * @param note which role and scope it needs
 * @param curl the call as a command for a shell
 * @param body a body made from its schema, or null when it takes none in JSON
 * @param answer a success made from its schema, or null when it gives no JSON
 */
public record CallShown(
        CallLine line,
        String group,
        String note,
        List<Input> inputs,
        List<String> bodyTypes,
        @Nullable String body,
        List<Answer> answers,
        @Nullable String answer,
        String curl) {

    /** A part of the request beside the body. */
    public record Input(String name, String place, boolean required, String type, String note) {
        static Input of(Parameter parameter, OpenApiDocument document) {
            return new Input(
                    parameter.name(),
                    parameter.in(),
                    parameter.required(),
                    parameter.schema().map(schema -> type(schema, document)).orElse("string"),
                    document.at(parameter.pointer() + "/description")
                            .map(text -> text.asString(""))
                            .orElse(""));
        }

        private static String type(Located schema, OpenApiDocument document) {
            var node = document.follow(schema).node();
            var words = node.path("enum")
                    .valueStream()
                    .map(word -> word.asString(""))
                    .toList();
            return words.isEmpty() ? node.path("type").asString("string") : String.join(", ", words);
        }
    }

    /** An answer it may give. */
    public record Answer(String code, String words, String types) {
        static Answer of(Response response) {
            var types = response.contents().stream().map(Content::mediaType).toList();
            return new Answer(response.code(), response.description(), String.join(", ", types));
        }
    }

    static CallShown of(Operation operation, OpenApiDocument document, String server) {
        var samples = new Samples(document);
        return new CallShown(
                CallLine.of(operation),
                operation.tags().isEmpty() ? "" : operation.tags().getFirst(),
                document.at(operation.pointer() + "/description")
                        .map(text -> text.asString(""))
                        .orElse(""),
                operation.parameters().stream()
                        .map(parameter -> Input.of(parameter, document))
                        .toList(),
                operation
                        .requestBody()
                        .map(body ->
                                body.contents().stream().map(Content::mediaType).toList())
                        .orElse(List.of()),
                operation
                        .requestBody()
                        .flatMap(body ->
                                body.contents().stream().filter(Content::json).findFirst())
                        .map(content -> samples.of(content).value().toPrettyString())
                        .orElse(null),
                operation.responses().stream().map(Answer::of).toList(),
                operation
                        .success()
                        .flatMap(Response::preferred)
                        .filter(Content::json)
                        .map(content -> samples.of(content).value().toPrettyString())
                        .orElse(null),
                CallCurl.of(operation, samples, server));
    }
}
