package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Expression;
import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Texts;
import dev.interlock.arazzo.expression.Unresolved;
import dev.interlock.arazzo.serial.BodyText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Builds the body of one request. */
final class BodyBuilder {
    private static final String BOUNDARY = "interlock-7d1f0c5a9b";

    /** A body and the value it was made of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Built(byte[] bytes, Optional<String> contentType, JsonNode value) {}

    private final Step step;
    private final CalledOperation operation;
    private final Filling filling;

    BodyBuilder(Step step, CalledOperation operation, Filling filling) {
        this.step = step;
        this.operation = operation;
        this.filling = filling;
    }

    Built build() throws Fault, Unresolved {
        if (step.requestBody().isEmpty() || step.requestBody().get().payload().isMissingNode()) {
            return new Built(new byte[0], Optional.empty(), MissingNode.getInstance());
        }
        var body = step.requestBody().get();
        var type = contentType(body);
        var value = body.literal() ? body.payload() : filling.fill(body.payload(), "body");
        if (BodyText.isJson(type) && value.isString() && !isExpression(body)) {
            value = parsed(value.stringValue());
        }
        value = new Replacing(filling).apply(body.replacements(), value);
        return new Built(text(type, value).getBytes(StandardCharsets.UTF_8), Optional.of(sent(type)), value);
    }

    private static boolean isExpression(StepBody body) {
        return !body.literal() && Expression.parse(body.payload().stringValue()).isPresent();
    }

    private String contentType(StepBody body) {
        return body.contentType()
                .or(() -> operation.mediaTypes().stream()
                        .filter(type -> type.indexOf('*') < 0)
                        .findFirst())
                .orElse(body.payload().isString() ? "text/plain" : "application/json");
    }

    private static JsonNode parsed(String text) throws Fault {
        try {
            return Exchange.JSON.readTree(text);
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            throw new Fault(
                    FailureCause.EXPRESSION,
                    "the payload is not valid JSON after its expressions were filled in"
                            + (at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr())
                            + ": " + Texts.shortened(text));
        }
    }

    private static String text(String type, JsonNode value) {
        if (BodyText.isJson(type)) {
            return value.toString();
        }
        return switch (BodyText.essence(type)) {
            case "application/x-www-form-urlencoded" -> BodyText.form(value);
            case "multipart/form-data" ->
                value.isObject() ? BodyText.multipart(value, BOUNDARY) : Texts.verbatim(value);
            default -> Texts.verbatim(value);
        };
    }

    private static String sent(String type) {
        return BodyText.essence(type).equals("multipart/form-data") && !type.contains("boundary")
                ? type + "; boundary=" + BOUNDARY
                : type;
    }
}
