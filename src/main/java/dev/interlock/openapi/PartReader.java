package dev.interlock.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the parts of an operation; the two families of versions differ in where they keep them. */
abstract class PartReader {
    final References references;

    PartReader(References references) {
        this.references = references;
    }

    abstract List<Parameter> parameters(List<Located> nodes);

    abstract Optional<RequestBody> requestBody(Located operation, List<Located> parameters);

    abstract Response response(String code, Located response, Located operation);

    final List<Response> responses(Located operation) {
        var responses = new ArrayList<Response>();
        var all = references.follow(operation.at("responses"));
        for (var code : all.node().propertyNames()) {
            var response = references.follow(all.at(code));
            if (!code.startsWith("x-") && response.node().isObject()) {
                responses.add(response(code, response, operation));
            }
        }
        return responses;
    }

    /** The schema at a place with references followed; empty when there is none. */
    final Optional<Located> schema(Located place) {
        if (!place.exists()) {
            return Optional.empty();
        }
        return Optional.of(place);
    }

    /** The values of {@code example} and {@code examples} of a parameter or media type. */
    final List<Example> examples(Located owner) {
        var examples = new LinkedHashMap<String, Example>();
        if (owner.node().has("example")) {
            examples.put("example", new Example("example", owner.node().path("example")));
        }
        var named = owner.at("examples");
        for (var name : named.node().propertyNames()) {
            value(references.follow(named.at(name)).node())
                    .ifPresent(value -> examples.put(name, new Example(name, value)));
        }
        return List.copyOf(examples.values());
    }

    private static Optional<JsonNode> value(JsonNode example) {
        return example.optional("value").or(() -> example.optional("dataValue"));
    }
}
