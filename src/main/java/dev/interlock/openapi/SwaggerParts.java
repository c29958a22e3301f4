package dev.interlock.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Parts of operations as version 2.0 writes them, shown the way version 3 does. */
final class SwaggerParts extends PartReader {
    private static final Set<String> BODIES = Set.of("body", "formData");

    SwaggerParts(References references) {
        super(references);
    }

    @Override
    List<Parameter> parameters(List<Located> nodes) {
        return nodes.stream()
                .filter(node -> !BODIES.contains(node.text("in")))
                .map(this::parameter)
                .toList();
    }

    private Parameter parameter(Located node) {
        var in = node.text("in");
        var format = node.text("collectionFormat");
        return new Parameter(
                node.text("name"),
                in,
                in.equals("path") || node.flag("required"),
                false,
                style(in, format),
                format.equals("multi"),
                Optional.of(node),
                Optional.empty(),
                examples(node),
                node.pointer());
    }

    private static String style(String in, String collectionFormat) {
        return switch (collectionFormat) {
            case "ssv" -> "spaceDelimited";
            case "pipes" -> "pipeDelimited";
            default -> in.equals("query") ? "form" : "simple";
        };
    }

    @Override
    Optional<RequestBody> requestBody(Located operation, List<Located> parameters) {
        var body = parameters.stream()
                .filter(node -> node.text("in").equals("body"))
                .findFirst();
        if (body.isPresent()) {
            return Optional.of(jsonBody(operation, body.get()));
        }
        var fields = parameters.stream()
                .filter(node -> node.text("in").equals("formData"))
                .toList();
        return fields.isEmpty() ? Optional.empty() : Optional.of(form(operation, fields));
    }

    private RequestBody jsonBody(Located operation, Located body) {
        var contents = new ArrayList<Content>();
        for (var mediaType : mediaTypes(operation, "consumes", "application/json")) {
            contents.add(new Content(mediaType, schema(body.at("schema")), examples(body), body.pointer()));
        }
        return new RequestBody(body.flag("required"), contents, body.pointer());
    }

    private RequestBody form(Located operation, List<Located> fields) {
        var file = fields.stream().anyMatch(field -> field.text("type").equals("file"));
        var types =
                mediaTypes(operation, "consumes", file ? "multipart/form-data" : "application/x-www-form-urlencoded");
        var schema = new Located(operation.pointer() + "/parameters", formSchema(fields));
        var contents = new ArrayList<Content>();
        for (var mediaType : types) {
            contents.add(new Content(mediaType, Optional.of(schema), List.of(), operation.pointer()));
        }
        var required = fields.stream().anyMatch(field -> field.flag("required"));
        return new RequestBody(required, contents, operation.pointer() + "/parameters");
    }

    private static JsonNode formSchema(List<Located> fields) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var field : fields) {
            properties.set(field.text("name"), fieldSchema(field));
            if (field.flag("required")) {
                required.add(field.text("name"));
            }
        }
        return schema;
    }

    private static ObjectNode fieldSchema(Located field) {
        var schema = field.node().asObject().deepCopy().remove(List.of("name", "in", "required"));
        return field.text("type").equals("file") ? schema.put("type", "string").put("format", "binary") : schema;
    }

    @Override
    Response response(String code, Located response, Located operation) {
        return new Response(
                code,
                response.text("description"),
                contents(response, operation),
                headers(response.at("headers")),
                List.of(),
                response.pointer());
    }

    private List<Content> contents(Located response, Located operation) {
        var contents = new ArrayList<Content>();
        if (response.node().has("schema") || response.node().has("examples")) {
            for (var mediaType : mediaTypes(operation, "produces", "*/*")) {
                var example = response.at("examples").node().optional(mediaType);
                var examples = example.map(value -> List.of(new Example("example", value)));
                contents.add(new Content(
                        mediaType, schema(response.at("schema")), examples.orElse(List.of()), response.pointer()));
            }
        }
        return contents;
    }

    private static List<Header> headers(Located headers) {
        var list = new ArrayList<Header>();
        for (var name : headers.node().propertyNames()) {
            var header = headers.at(name);
            list.add(new Header(name, false, Optional.of(header), header.pointer()));
        }
        return list;
    }

    private List<String> mediaTypes(Located operation, String key, String otherwise) {
        var own = operation.node().has(key)
                ? operation.node().path(key)
                : references.root().path(key);
        var types = own.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
        return types.isEmpty() ? List.of(otherwise) : types;
    }
}
