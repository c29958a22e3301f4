package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Filling;
import dev.interlock.arazzo.expression.Lookup;
import dev.interlock.arazzo.expression.Texts;
import dev.interlock.arazzo.expression.Unresolved;
import dev.interlock.arazzo.serial.ParameterText;
import dev.interlock.arazzo.serial.Percent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Builds the request of one step. */
final class CallBuilder {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern OPEN_VARIABLE = Pattern.compile("\\{[^/{}]+}");

    private final Step step;
    private final String sourceName;
    private final Source source;
    private final CalledOperation operation;
    private final Filling filling;
    private final List<ValueOrigin> origins = new ArrayList<>();
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private final List<HttpHeader> headers = new ArrayList<>();
    private String path;

    CallBuilder(Step step, String sourceName, Source source, CalledOperation operation, RunScope scope) {
        this.step = step;
        this.sourceName = sourceName;
        this.source = source;
        this.operation = operation;
        this.filling = new Filling(scope, this::saw);
        this.path = operation.path();
    }

    private void saw(String place, String expression, Lookup.Present found) {
        origins.add(new ValueOrigin(place, expression, found.origin(), Texts.shown(found.value())));
    }

    Exchange build(List<StepParameter> parameters) throws Fault, Unresolved {
        for (var parameter : parameters) {
            add(parameter);
        }
        var left = OPEN_VARIABLE.matcher(path);
        if (left.find()) {
            throw new Fault(
                    FailureCause.SETUP,
                    "the path parameter " + left.group() + " of " + operation.key() + " has no value");
        }
        if (!cookies.isEmpty()) {
            header("Cookie", String.join("; ", cookies));
        }
        var body = new BodyBuilder(step, operation, filling).build();
        var given = headers.stream().anyMatch(each -> each.name().equalsIgnoreCase("Content-Type"));
        if (body.contentType().isPresent() && !given) {
            header("Content-Type", body.contentType().get());
        }
        var call = new HttpCall(sourceName, operation.method(), uri(), headers, body.bytes(), step.redirects());
        return new Exchange(
                operation, call, values, body.value(), origins, Optional.empty(), MissingNode.getInstance());
    }

    private void add(StepParameter parameter) throws Fault, Unresolved {
        var value = filling.fill(parameter.value(), parameter.title());
        if (parameter.value().isMissingNode()) {
            return;
        }
        if (value.isNull() && !parameter.in().equals("path")) {
            return;
        }
        values.put(parameter.title(), value);
        var declared = operation
                .parameter(parameter.name(), parameter.in())
                .orElseGet(() -> DeclaredParameter.plain(parameter.name(), parameter.in(), false));
        var sent = declared.json() ? Exchange.JSON.getNodeFactory().stringNode(value.toString()) : value;
        switch (parameter.in()) {
            case "path" -> path(parameter, declared, sent);
            case "query" ->
                query.addAll(new ParameterText(
                                declared.style(),
                                declared.explode(),
                                declared.allowReserved() ? Percent::encodeButReserved : Percent::encode)
                        .pairs(parameter.name(), sent));
            case "querystring" -> query.add(Texts.verbatim(value));
            case "cookie" ->
                cookies.addAll(
                        new ParameterText("form", declared.explode(), Percent::encode).pairs(parameter.name(), sent));
            default ->
                header(
                        parameter.name(),
                        new ParameterText("simple", declared.explode(), text -> text).segment(parameter.name(), sent));
        }
    }

    private void path(StepParameter parameter, DeclaredParameter declared, JsonNode value) throws Fault {
        var text = new ParameterText(declared.style(), declared.explode(), Percent::encode)
                .segment(parameter.name(), value);
        if (text.isEmpty() || value.isNull()) {
            throw new Fault(
                    FailureCause.EXPRESSION,
                    "the path parameter " + parameter.name() + " of " + operation.key() + " is "
                            + (value.isNull() ? "null" : "empty"));
        }
        var safe = text.equals(".") || text.equals("..") ? text.replace(".", "%2E") : text;
        path = path.replace("{" + parameter.name() + "}", safe);
    }

    private void header(String name, String value) throws Fault {
        if (!TOKEN.matcher(name).matches()
                || value.chars().anyMatch(each -> each == '\r' || each == '\n' || each == 0)) {
            throw new Fault(
                    FailureCause.EXPRESSION,
                    "the header " + Texts.shortened(name)
                            + " would contain a line break or a character that is not allowed");
        }
        headers.removeIf(each -> each.name().equalsIgnoreCase(name));
        headers.add(new HttpHeader(name, value));
    }

    private URI uri() throws Fault {
        var base = source.baseUrl().map(URI::toString).orElse(operation.serverUrl());
        var root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        var rest = path.startsWith("/") || path.isEmpty() ? path : "/" + path;
        var text = root + rest + (query.isEmpty() ? "" : "?" + String.join("&", query));
        try {
            var uri = URI.create(text);
            if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            throw new Fault(FailureCause.SETUP, "the address " + Texts.shortened(text) + " is malformed");
        }
        throw new Fault(
                FailureCause.SETUP,
                "no base URL is known for the source " + sourceName + "; give the service one in the environment");
    }

    /** The call with the credentials of the environment; what the step sets itself stays. */
    static HttpCall with(HttpCall call, Credentials.Granted granted) {
        var headers = new ArrayList<>(call.headers());
        granted.headers().stream()
                .filter(each -> call.header(each.name()).isEmpty())
                .forEach(headers::add);
        var uri = call.uri();
        for (var each : granted.query()) {
            var separator = uri.getRawQuery() == null ? "?" : "&";
            uri = URI.create(uri + separator + Percent.encode(each.name()) + "=" + Percent.encode(each.value()));
        }
        return new HttpCall(call.source(), call.method(), uri, headers, call.body(), call.redirects());
    }
}
