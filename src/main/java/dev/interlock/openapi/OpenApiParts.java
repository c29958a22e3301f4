package dev.interlock.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Parts of operations as OpenAPI 3 writes them. */
final class OpenApiParts extends PartReader {

    OpenApiParts(References references) {
        super(references);
    }

    @Override
    List<Parameter> parameters(List<Located> nodes) {
        return nodes.stream().map(this::parameter).toList();
    }

    private Parameter parameter(Located node) {
        var in = node.text("in");
        var content = contents(node.at("content")).stream().findFirst();
        var style = node.text("style").isEmpty() ? defaultStyle(in) : node.text("style");
        return new Parameter(
                node.text("name"),
                in,
                in.equals("path") || node.flag("required"),
                node.flag("deprecated"),
                style,
                node.node().path("explode").asBoolean(style.equals("form") || style.equals("cookie")),
                schema(node.at("schema")).or(() -> content.flatMap(Content::schema)),
                content.map(Content::mediaType),
                content.map(Content::examples).filter(list -> !list.isEmpty()).orElseGet(() -> examples(node)),
                node.pointer());
    }

    private static String defaultStyle(String in) {
        return in.equals("query") || in.equals("cookie") ? "form" : "simple";
    }

    @Override
    Optional<RequestBody> requestBody(Located operation, List<Located> parameters) {
        var body = references.follow(operation.at("requestBody"));
        return body.node().isObject()
                ? Optional.of(new RequestBody(body.flag("required"), contents(body.at("content")), body.pointer()))
                : Optional.empty();
    }

    @Override
    Response response(String code, Located response, Located operation) {
        return new Response(
                code,
                response.text("description"),
                contents(response.at("content")),
                headers(response.at("headers")),
                links(response.at("links")),
                response.pointer());
    }

    private List<Content> contents(Located content) {
        var contents = new ArrayList<Content>();
        for (var mediaType : content.node().propertyNames()) {
            var one = references.follow(content.at(mediaType));
            var schema = schema(one.at("schema"));
            contents.add(new Content(mediaType, schema, examples(one), one.pointer()));
        }
        return contents;
    }

    private List<Header> headers(Located headers) {
        var list = new ArrayList<Header>();
        for (var name : headers.node().propertyNames()) {
            var header = references.follow(headers.at(name));
            if (header.node().isObject() && !name.equalsIgnoreCase("Content-Type")) {
                list.add(new Header(name, header.flag("required"), schema(header.at("schema")), header.pointer()));
            }
        }
        return list;
    }

    private List<Link> links(Located links) {
        var list = new ArrayList<Link>();
        for (var name : links.node().propertyNames()) {
            var link = references.follow(links.at(name));
            if (link.node().isObject()) {
                list.add(link(name, link));
            }
        }
        return list;
    }

    private static Link link(String name, Located link) {
        return new Link(
                name,
                optionalText(link.at("operationId").node()),
                optionalText(link.at("operationRef").node()),
                expressions(link.at("parameters").node()),
                link.at("requestBody").exists()
                        ? Optional.of(plain(link.at("requestBody").node()))
                        : Optional.empty());
    }

    private static Map<String, String> expressions(JsonNode parameters) {
        var expressions = new LinkedHashMap<String, String>();
        parameters.properties().forEach(entry -> expressions.put(entry.getKey(), plain(entry.getValue())));
        return expressions;
    }

    private static Optional<String> optionalText(JsonNode node) {
        return node.stringValueOpt().filter(text -> !text.isBlank());
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
