package dev.interlock.arazzo;

import dev.interlock.arazzo.serial.BodyText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * A request with its answer, as expressions see them.
 *
 * @param operation operation called
 * @param call request
 * @param parameters values of its parameters by {@code in name}
 * @param requestBody body before it was written; a missing node without one
 * @param origins where its values came from
 * @param answer answer, if one came
 * @param responseBody body of the answer: a structure when it is JSON, else text; a missing node without one
 */
record Exchange(
        CalledOperation operation,
        HttpCall call,
        Map<String, JsonNode> parameters,
        JsonNode requestBody,
        List<ValueOrigin> origins,
        Optional<HttpAnswer> answer,
        JsonNode responseBody) {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    Exchange answered(HttpAnswer came) {
        return new Exchange(operation, call, parameters, requestBody, origins, Optional.of(came), parsed(came));
    }

    private static JsonNode parsed(HttpAnswer answer) {
        if (answer.body().length == 0) {
            return MissingNode.getInstance();
        }
        var type = answer.header("Content-Type").orElse("");
        if (!answer.truncated() && (type.isBlank() || BodyText.isJson(type))) {
            try {
                return JSON.readTree(answer.body());
            } catch (JacksonException | StackOverflowError notJson) {
                return JsonNodeFactory.instance.stringNode(answer.bodyText());
            }
        }
        return JsonNodeFactory.instance.stringNode(answer.bodyText());
    }
}
