package dev.interlock.openapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes strings, numbers and booleans that keep format and bounds. */
final class ScalarSamples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final SafePatterns PATTERNS = new SafePatterns();
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DIGITS = 40;
    private static final List<String> GUESSES = List.of(
            "sample",
            "a",
            "A",
            "1",
            "12",
            "123",
            "1234",
            "12345",
            "123456",
            "abc",
            "ABC",
            "Abc",
            "a1",
            "A1",
            "EUR",
            "de",
            "DE",
            "2026-01-01",
            "12:00",
            "1.0.0",
            "1.00",
            "a-b",
            "a_b",
            "a@b.co",
            "https://example.com/",
            "#ffffff",
            "+491234567",
            "0123456789abcdef",
            "0123456789abcdef0123456789abcdef",
            "3fa85f64-5717-4562-b3fc-2c963f66afa6");

    private ScalarSamples() {}

    static JsonNode of(JsonNode schema) {
        return switch (SchemaTypes.main(schema)) {
            case "integer" -> NODES.numberNode(number(schema, true).toBigInteger());
            case "number" -> NODES.numberNode(number(schema, false));
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(schema));
        };
    }

    private static BigDecimal number(JsonNode schema, boolean whole) {
        var step = schema.path("multipleOf").decimalValueOpt().filter(value -> value.signum() > 0);
        var least = bound(schema, "minimum", "exclusiveMinimum", whole, 1);
        var most = bound(schema, "maximum", "exclusiveMaximum", whole, -1);
        var value = least == null ? BigDecimal.ONE : least;
        if (most != null && value.compareTo(most) > 0) {
            value = most;
        }
        if (least != null && value.compareTo(least) < 0) {
            value = least;
        }
        var rounded = whole ? value.setScale(0, RoundingMode.CEILING) : value;
        return step.filter(one -> one.precision() < MAX_DIGITS)
                .map(one -> rounded.divide(one, 0, RoundingMode.CEILING).multiply(one))
                .orElse(rounded);
    }

    private static @Nullable BigDecimal bound(
            JsonNode schema, String inclusive, String exclusive, boolean whole, int direction) {
        var step = whole ? BigDecimal.ONE : new BigDecimal("0.5");
        var inward = direction > 0 ? step : step.negate();
        var strict = schema.path(exclusive);
        if (strict.isNumber()) {
            return strict.decimalValue().add(inward);
        }
        var bound = schema.path(inclusive);
        if (!bound.isNumber()) {
            return null;
        }
        return strict.asBoolean(false) ? bound.decimalValue().add(inward) : bound.decimalValue();
    }

    private static String text(JsonNode schema) {
        var pattern = schema.path("pattern").asString("");
        var text = pattern.isEmpty() ? formatted(schema.path("format").asString("")) : matching(pattern);
        return sized(
                text,
                schema.path("minLength").asLong(0),
                schema.path("maxLength").asLong(MAX_LENGTH));
    }

    private static String matching(String pattern) {
        return PATTERNS.compile(pattern)
                .flatMap(compiled -> GUESSES.stream()
                        .filter(guess -> compiled.matcher(guess).find())
                        .findFirst())
                .orElse("sample");
    }

    private static String sized(String text, long least, long most) {
        var shortest = Math.clamp(least, 0, MAX_LENGTH);
        var longest = Math.clamp(most, shortest, MAX_LENGTH);
        var padded = text.length() < shortest ? text + "x".repeat(shortest - text.length()) : text;
        return padded.length() > longest ? padded.substring(0, longest) : padded;
    }

    private static String formatted(String format) {
        return switch (format) {
            case "uuid" -> "3fa85f64-5717-4562-b3fc-2c963f66afa6";
            case "date-time" -> "2026-01-15T12:00:00Z";
            case "date" -> "2026-01-15";
            case "time" -> "12:00:00Z";
            case "duration" -> "PT1H";
            case "email", "idn-email" -> "sample@example.com";
            case "uri", "url", "iri", "uri-reference" -> "https://example.com/sample";
            case "hostname", "idn-hostname" -> "example.com";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            case "byte" -> "c2FtcGxl";
            case "json-pointer" -> "/sample";
            case "password" -> "Sample-Passw0rd";
            default -> "sample";
        };
    }
}
