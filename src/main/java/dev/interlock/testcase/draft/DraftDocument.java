package dev.interlock.testcase.draft;

import dev.interlock.arazzo.ArazzoBuilder;
import dev.interlock.arazzo.ArazzoBuilder.StepDraft;
import dev.interlock.arazzo.ArazzoBuilder.WorkflowDraft;
import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Keys;
import dev.interlock.testcase.document.CheckedWorkflow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a chain of steps down as an Arazzo document. */
final class DraftDocument {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String IDENTITY = "x-interlock-identity";

    private DraftDocument() {}

    /** The draft of this chain; {@code covers} is a path it was made for, or empty. */
    static Draft write(String key, String name, Chain chain, Optional<String> covers) {
        var document = ArazzoBuilder.titled(name, "1.0.0");
        var services = services(chain);
        services.keySet().forEach(source -> document.source(source, "services/" + source + "/openapi.json"));
        document.workflow(Keys.propose(key).replace('.', '-'), workflow -> fill(workflow, name, chain, covers));
        return new Draft(key, name, bound(document.build(), services), chain.toFillIn(), chain.identities());
    }

    private static Map<String, ServiceKey> services(Chain chain) {
        var services = new LinkedHashMap<String, ServiceKey>();
        chain.steps()
                .forEach(step ->
                        services.put(step.service().sourceName(), step.service().service()));
        return services;
    }

    /** Says which service is meant where the name of the source cannot. */
    private static String bound(ArazzoDocument document, Map<String, ServiceKey> services) {
        var tree = document.tree();
        for (var node : tree.path("sourceDescriptions")) {
            var name = node.path("name").asString("");
            var service = services.get(name);
            if (service != null && !service.value().equals(name)) {
                ((ObjectNode) node).put(CheckedWorkflow.SERVICE, service.value());
            }
        }
        return ArazzoDocument.read(tree.toString()).write();
    }

    private static void fill(WorkflowDraft workflow, String name, Chain chain, Optional<String> covers) {
        workflow.summary(name);
        if (!chain.toFillIn().isEmpty()) {
            workflow.extension(CheckedWorkflow.FILL_IN, texts(chain.toFillIn()));
        }
        if (!chain.identities().isEmpty()) {
            workflow.extension(IDENTITY, texts(chain.identities()));
        }
        covers.ifPresent(path -> workflow.extension(CheckedWorkflow.COVERS, texts(List.of(path))));
        chain.inputs().forEach((input, value) -> workflow.input(input, schema(value), false));
        chain.steps()
                .forEach(step -> workflow.step(
                        step.id(), draft -> fill(draft, step, step.service().sourceName())));
    }

    /** Writes a step that calls its operation in the document of this name. */
    static void fill(StepDraft draft, PlannedStep step, String source) {
        var operation = step.operation();
        if (!operation.summary().isBlank()) {
            draft.description(operation.summary());
        }
        step.service()
                .callableId(operation)
                .ifPresentOrElse(
                        id -> draft.operation(source, id),
                        () -> draft.operation(source, operation.method(), operation.path()));
        step.values().forEach(value -> draft.parameter(value.name(), value.in(), value.value()));
        step.body().ifPresent(body -> draft.body(body.mediaType(), body.value()));
        step.status().ifPresent(status -> draft.expect("$statusCode == " + status));
        step.outputs().forEach(draft::output);
    }

    private static ObjectNode schema(JsonNode value) {
        var schema = NODES.objectNode();
        schema.put("type", type(value));
        schema.set("default", value);
        return schema;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            default -> "string";
        };
    }

    private static ArrayNode texts(List<String> values) {
        var array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
