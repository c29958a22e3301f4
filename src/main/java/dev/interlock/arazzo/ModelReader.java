package dev.interlock.arazzo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes records of a tree whose structure was checked; reusable parts are filled in. */
final class ModelReader {
    private static final BigDecimal LONGEST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    private static final int MANY = 1_000_000;

    private final ObjectNode root;
    private final ActionReader actions;
    private final List<SourceDescription> sources;

    private ModelReader(ObjectNode root) {
        this.root = root;
        actions = new ActionReader(this);
        sources = sources(root);
    }

    static ArazzoDocument read(ObjectNode root, List<DocumentFinding> findings) {
        var reader = new ModelReader(root);
        var workflows = new ArrayList<Workflow>();
        for (var workflow : root.path("workflows")) {
            workflows.add(reader.workflow(workflow, "/workflows/" + workflows.size()));
        }
        return new ArazzoDocument(root, reader.sources, workflows, findings);
    }

    private static List<SourceDescription> sources(ObjectNode root) {
        var sources = new ArrayList<SourceDescription>();
        for (var source : root.path("sourceDescriptions")) {
            var type = switch (source.path("type").asString("")) {
                case "openapi" -> SourceType.OPENAPI;
                case "asyncapi" -> SourceType.ASYNCAPI;
                case "arazzo" -> SourceType.ARAZZO;
                default -> SourceType.UNKNOWN;
            };
            sources.add(new SourceDescription(
                    source.path("name").asString(""), source.path("url").asString(""), type));
        }
        return sources;
    }

    private Workflow workflow(JsonNode node, String pointer) {
        var steps = new ArrayList<Step>();
        for (var step : node.path("steps")) {
            steps.add(step(step, pointer + "/steps/" + steps.size()));
        }
        return new Workflow(
                text(node, "workflowId"),
                text(node, "summary"),
                text(node, "description"),
                InputSchemas.resolved(root, node.path("inputs")),
                texts(node.path("dependsOn")),
                steps,
                parameters(node.path("parameters"), pointer + "/parameters"),
                actions.all(node.path("successActions"), pointer + "/successActions"),
                actions.all(node.path("failureActions"), pointer + "/failureActions"),
                outputs(node),
                texts(node.path("x-interlock-teardown")),
                millis(node.path("x-interlock-deadline")),
                pointer);
    }

    private Step step(JsonNode node, String pointer) {
        var stepId = text(node, "stepId");
        return new Step(
                stepId,
                text(node, "description"),
                Targets.of(node, sources),
                parameters(node.path("parameters"), pointer + "/parameters"),
                body(node.path("requestBody")),
                criteria(node.path("successCriteria"), pointer + "/successCriteria"),
                actions.all(node.path("onSuccess"), pointer + "/onSuccess"),
                actions.all(node.path("onFailure"), pointer + "/onFailure"),
                outputs(node),
                millis(node.path("timeout")),
                texts(node.path("dependsOn")),
                node.path("x-interlock-label").asString(stepId),
                Math.clamp(node.path("x-interlock-redirects").asInt(0), 0, Step.MOST_REDIRECTS),
                pointer);
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(each -> each.asString("")).toList();
    }

    private static Map<String, JsonNode> outputs(JsonNode node) {
        var outputs = new LinkedHashMap<String, JsonNode>();
        node.path("outputs").properties().forEach(entry -> outputs.put(entry.getKey(), entry.getValue()));
        return outputs;
    }

    private static Optional<Duration> millis(JsonNode node) {
        return node.isNumber() ? Optional.of(duration(node.decimalValue())) : Optional.empty();
    }

    static Duration duration(BigDecimal millis) {
        return Duration.ofMillis(millis.max(BigDecimal.ZERO).min(LONGEST_MILLIS).longValue());
    }

    static int count(JsonNode node, int otherwise) {
        return node.isNumber()
                ? node.decimalValue()
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(MANY))
                        .intValue()
                : otherwise;
    }

    /** The part itself, or the component it refers to. */
    JsonNode component(JsonNode node) {
        var reference = text(node, "reference");
        if (!reference.startsWith("$components.")) {
            return node;
        }
        var parts = reference.split("\\.", 3);
        return parts.length < 3 ? node : root.path("components").path(parts[1]).path(parts[2]);
    }

    List<StepParameter> parameters(JsonNode list, String pointer) {
        var parameters = new ArrayList<StepParameter>();
        for (var each : list) {
            var full = component(each);
            var value = each.has("reference") && each.has("value") ? each.path("value") : full.path("value");
            parameters.add(
                    new StepParameter(text(full, "name"), text(full, "in"), value, pointer + "/" + parameters.size()));
        }
        return parameters;
    }

    private static Optional<StepBody> body(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        var replacements = new ArrayList<StepBody.Replacement>();
        for (var each : node.path("replacements")) {
            var type = each.path("targetSelectorType");
            var language = type.isObject() ? text(type, "type") : type.asString("");
            var target = text(each, "target");
            var guessed = target.startsWith("$") ? "jsonpath" : "jsonpointer";
            replacements.add(
                    new StepBody.Replacement(target, each.path("value"), language.isEmpty() ? guessed : language));
        }
        return Optional.of(new StepBody(
                Optional.of(text(node, "contentType")).filter(type -> !type.isEmpty()),
                node.path("payload"),
                replacements,
                node.path("x-interlock-literal").asBoolean(false)));
    }

    static List<Criterion> criteria(JsonNode list, String pointer) {
        var criteria = new ArrayList<Criterion>();
        for (var each : list) {
            criteria.add(new Criterion(
                    text(each, "condition"),
                    type(each.path("type")),
                    Optional.of(text(each, "context")).filter(context -> !context.isEmpty()),
                    Optional.of(text(each, "x-interlock-label")).filter(label -> !label.isEmpty()),
                    pointer + "/" + criteria.size()));
        }
        return criteria;
    }

    private static Criterion.Type type(JsonNode type) {
        return switch (type.isObject() ? text(type, "type") : type.asString("")) {
            case "regex" -> Criterion.Type.REGEX;
            case "jsonpath" -> Criterion.Type.JSONPATH;
            case "xpath" -> Criterion.Type.XPATH;
            default -> Criterion.Type.SIMPLE;
        };
    }
}
