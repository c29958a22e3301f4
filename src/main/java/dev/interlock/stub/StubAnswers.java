package dev.interlock.stub;

import dev.interlock.openapi.Content;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.Response;
import dev.interlock.openapi.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as an interface says a service would: the response of success, or the one {@code Prefer: code=404} asks for; its
 * example, or the one {@code Prefer: example=name} asks for, else a value made from the schema. Members the request has
 * too, in its path or body, are repeated, so that what was created can be recognised. The same request gets the same
 * answer. Pure.
 */
final class StubAnswers {
    private static final Pattern CODE = Pattern.compile("\\bcode=([1-5]\\d\\d)\\b");
    private static final Pattern EXAMPLE = Pattern.compile("\\bexample=\"?([\\w.-]+)");
    private static final String PROBLEM = "application/problem+json";

    private final OpenApiDocument document;

    StubAnswers(OpenApiDocument document) {
        this.document = document;
    }

    StubAnswer to(StubRequest request) {
        var found = document.operationMatching(request.method(), request.path());
        if (found.isEmpty()) {
            return refusal(404, "", "The interface has no operation " + request.method() + " " + plain(request) + ".");
        }
        var operation = found.get();
        var missing = missing(operation, request);
        if (!missing.isEmpty()) {
            return refusal(400, operation.key(), "The request lacks " + String.join(", ", missing) + ".");
        }
        var response = response(operation, request);
        return response.map(chosen -> answer(operation, chosen, request))
                .orElseGet(() -> new StubAnswer(preferred(request).orElse(200), "", "", operation.key()));
    }

    private static StubAnswer refusal(int status, String operation, String detail) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("title", "This is a stub")
                .put("status", status)
                .put("detail", detail);
        return new StubAnswer(status, PROBLEM, body.toString(), operation);
    }

    private static String plain(StubRequest request) {
        return request.path().replaceAll("\\?.*", "");
    }

    private static List<String> missing(Operation operation, StubRequest request) {
        var query = "&" + request.path().replaceAll("^[^?]*\\??", "");
        var body = operation
                .requestBody()
                .filter(one -> one.required() && request.body().isEmpty());
        var missing = operation.parameters().stream()
                .filter(Parameter::required)
                .filter(parameter -> switch (parameter.in()) {
                    case "query" -> !query.contains("&" + parameter.name());
                    case "header" ->
                        !request.headers().containsKey(parameter.name().toLowerCase(Locale.ROOT));
                    default -> false;
                })
                .map(parameter -> "the " + parameter.in() + " parameter " + parameter.name());
        return Stream.concat(missing, body.map(one -> "its body").stream()).toList();
    }

    private static Optional<Integer> preferred(StubRequest request) {
        var matcher = CODE.matcher(request.headers().getOrDefault("prefer", ""));
        return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    private static Optional<Response> response(Operation operation, StubRequest request) {
        return preferred(request)
                .map(operation::response)
                .orElseGet(() -> operation
                        .success()
                        .or(() -> operation.response(200))
                        .or(() -> operation.responses().stream().min(Comparator.comparing(Response::code))));
    }

    private StubAnswer answer(Operation operation, Response response, StubRequest request) {
        var status = preferred(request).orElseGet(() -> status(response.code()));
        var content = content(response, request);
        return content.map(chosen -> body(operation, status, chosen, request))
                .orElseGet(() -> new StubAnswer(status, "", "", operation.key()));
    }

    private static int status(String code) {
        return code.matches("[1-5]\\d\\d")
                ? Integer.parseInt(code)
                : code.matches("[1-5][Xx]{2}") ? (code.charAt(0) - '0') * 100 : 200;
    }

    private static Optional<Content> content(Response response, StubRequest request) {
        var accepted = request.headers().getOrDefault("accept", "*/*");
        return response.contents().stream()
                .filter(content -> accepted.contains(essence(content)))
                .findFirst()
                .or(response::preferred);
    }

    private static String essence(Content content) {
        return content.mediaType().replaceAll(";.*", "").strip();
    }

    private StubAnswer body(Operation operation, int status, Content content, StubRequest request) {
        var value = example(content, request)
                .orElseGet(() -> new Samples(document).of(content).value());
        var type = content.mediaType().contains("*") ? "application/json" : content.mediaType();
        if (!content.json() && !content.mediaType().contains("*")) {
            return new StubAnswer(
                    status, type, value.isString() ? value.stringValue() : value.toString(), operation.key());
        }
        var told = value.isObject() ? repeated(value.asObject().deepCopy(), operation, request) : value;
        return new StubAnswer(status, type, told.toString(), operation.key());
    }

    private static Optional<JsonNode> example(Content content, StubRequest request) {
        var matcher = EXAMPLE.matcher(request.headers().getOrDefault("prefer", ""));
        return matcher.find()
                ? content.examples().stream()
                        .filter(example -> example.name().equals(matcher.group(1)))
                        .map(example -> example.value())
                        .findFirst()
                : Optional.empty();
    }

    private static JsonNode repeated(ObjectNode answer, Operation operation, StubRequest request) {
        body(request).properties().forEach(member -> repeat(answer, member.getKey(), member.getValue()));
        var template = operation.requestPath().split("/");
        var sent = plain(request).split("/");
        for (var at = 0; at < Math.min(template.length, sent.length); at++) {
            if (template[at].startsWith("{") && template[at].endsWith("}")) {
                var name = template[at].substring(1, template[at].length() - 1);
                var value = JsonMapper.shared().getNodeFactory().stringNode(sent[at]);
                repeat(answer, name, value);
                if (at == template.length - 1) {
                    repeat(answer, "id", value);
                }
            }
        }
        return answer;
    }

    private static JsonNode body(StubRequest request) {
        try {
            return request.body().isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(request.body());
        } catch (JacksonException other) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** Only what has the kind of value the answer has anyway. */
    private static void repeat(ObjectNode answer, String name, JsonNode value) {
        var present = answer.path(name);
        if (present.isString() && value.isString()) {
            answer.set(name, value);
        } else if (present.isNumber() && value.asString("").matches("-?\\d{1,18}")) {
            answer.put(name, Long.parseLong(value.asString("")));
        } else if ((present.isNumber() && value.isNumber()) || (present.isBoolean() && value.isBoolean())) {
            answer.set(name, value);
        }
    }
}
