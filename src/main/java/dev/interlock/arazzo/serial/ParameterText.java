package dev.interlock.arazzo.serial;

import dev.interlock.arazzo.expression.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes one parameter.
 *
 * @param style style of OpenAPI
 * @param explode whether each element is written apart
 * @param encode how texts are encoded
 */
public record ParameterText(String style, boolean explode, UnaryOperator<String> encode) {

    private String scalar(JsonNode value) {
        return encode.apply(value.isNull() ? "" : Texts.verbatim(value));
    }

    private String joined(JsonNode value, String separator, String equals) {
        if (value.isArray()) {
            return value.valueStream().map(this::scalar).collect(Collectors.joining(separator));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> encode.apply(entry.getKey()) + equals + scalar(entry.getValue()))
                    .collect(Collectors.joining(separator));
        }
        return scalar(value);
    }

    /** The text of a header value or of a path segment in style simple, label or matrix. */
    public String segment(String name, JsonNode value) {
        var equals = explode ? "=" : ",";
        return switch (style) {
            case "label" -> "." + joined(value, explode ? "." : ",", equals);
            case "matrix" -> matrix(name, value);
            default -> joined(value, ",", equals);
        };
    }

    private String matrix(String name, JsonNode value) {
        if (!explode || !value.isContainer()) {
            return ";" + name + "=" + joined(value, ",", ",");
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(each -> ";" + name + "=" + scalar(each))
                    .collect(Collectors.joining());
        }
        return ";" + joined(value, ";", "=");
    }

    /** The {@code name=value} pairs of a query or of cookies. */
    public List<String> pairs(String name, JsonNode value) {
        var key = encode.apply(name);
        if (!value.isContainer()) {
            return List.of(key + "=" + scalar(value));
        }
        if (style.equals("deepObject") && value.isObject()) {
            return deep(key, value);
        }
        if (!explode || (style.equals("spaceDelimited") && value.isObject())) {
            return List.of(key + "=" + joined(value, separator(), separator()));
        }
        return value.isArray()
                ? value.valueStream().map(each -> key + "=" + scalar(each)).toList()
                : value.properties().stream()
                        .map(entry -> encode.apply(entry.getKey()) + "=" + scalar(entry.getValue()))
                        .toList();
    }

    private String separator() {
        return switch (style) {
            case "spaceDelimited" -> "%20";
            case "pipeDelimited" -> "%7C";
            default -> ",";
        };
    }

    private List<String> deep(String key, JsonNode value) {
        var pairs = new ArrayList<String>();
        for (var entry : value.properties()) {
            var name = key + "%5B" + encode.apply(entry.getKey()) + "%5D";
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(each -> pairs.add(name + "=" + scalar(each)));
            } else {
                pairs.add(name + "=" + scalar(entry.getValue()));
            }
        }
        return pairs;
    }
}
