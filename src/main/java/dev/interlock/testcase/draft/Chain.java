package dev.interlock.testcase.draft;

import dev.interlock.openapi.IdSource;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.testcase.draft.PlannedStep.Body;
import dev.interlock.testcase.draft.PlannedStep.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The steps of one workflow in the making: each operation is preceded by those that give it its values. */
final class Chain {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_SHOWN = 60;

    private final Map<String, PlannedStep> steps = new LinkedHashMap<>();
    private final Map<String, JsonNode> inputs = new LinkedHashMap<>();
    private final Set<String> toFillIn = new LinkedHashSet<>();
    private final Set<String> changing = new LinkedHashSet<>();
    private final Set<String> identities = new LinkedHashSet<>();
    private final Set<String> unidentified = new LinkedHashSet<>();

    /** Adds the call of an operation, and before it the calls it takes values from. */
    PlannedStep add(Described service, Operation operation) {
        var present = steps.get(place(service, operation));
        return present == null ? plan(service, operation) : present;
    }

    List<PlannedStep> steps() {
        return List.copyOf(steps.values());
    }

    /** Made-up values, each an input with this default. */
    Map<String, JsonNode> inputs() {
        return inputs;
    }

    List<String> toFillIn() {
        var all = new ArrayList<>(toFillIn);
        if (!changing.isEmpty()) {
            all.add("It changes data: " + String.join(", ", changing) + ". Run it only where that is welcome.");
        }
        unidentified.forEach(
                service -> all.add("The calls of " + service + " ask who is calling (" + String.join(", ", identities)
                        + "), and no environment has an identity for it. Add one there first."));
        return List.copyOf(all);
    }

    List<String> identities() {
        return List.copyOf(identities);
    }

    private PlannedStep plan(Described service, Operation operation) {
        var values = new ArrayList<Value>();
        for (var parameter : Described.required(operation)) {
            values.add(new Value(parameter.name(), parameter.in(), value(service, operation, parameter)));
        }
        var step = new PlannedStep(freeId(operation), service, operation);
        step.values().addAll(values);
        body(service, operation).ifPresent(step::send);
        var asked = Described.identities(operation);
        identities.addAll(asked);
        if (!asked.isEmpty() && !service.identified()) {
            unidentified.add(service.service().value());
        }
        if (!service.reads(operation)) {
            toFillIn.add(
                    operation.key() + " changes data of " + service.service() + ". Run it only where that is welcome.");
        }
        steps.put(place(service, operation), step);
        return step;
    }

    private JsonNode value(Described service, Operation operation, Parameter parameter) {
        var made = fromStep(service, operation, parameter);
        if (made.isPresent()) {
            return NODES.stringNode(made.get());
        }
        var source = service.source(operation, parameter);
        if (source.isPresent()) {
            var producer = add(service, source.get().producer());
            return NODES.stringNode(producer.keep(source.get().expression()));
        }
        var sample = service.samples().of(parameter);
        return sample.fromExample() ? sample.value() : open(operation, parameter, sample.value());
    }

    /** A step that is there already and gives the value, such as the one that made the thing. */
    private Optional<String> fromStep(Described service, Operation operation, Parameter parameter) {
        for (var source : service.sources(operation, parameter)) {
            var step = steps.get(place(service, source.producer()));
            if (step != null && source.how() != IdSource.How.LOCATION) {
                return Optional.of(step.keep(source.expression()));
            }
        }
        return Optional.empty();
    }

    private JsonNode open(Operation operation, Parameter parameter, JsonNode value) {
        var plain = parameter.name().replaceAll("[^A-Za-z0-9_-]", "_");
        var name = plain.isEmpty() ? "value" : plain;
        inputs.putIfAbsent(name, value);
        toFillIn.add("\"" + parameter.name() + "\" (" + parameter.in() + ") of " + operation.key() + " is made up: "
                + shown(value) + ". Put one that exists into the default of the input \"" + name + "\".");
        return NODES.stringNode("$inputs." + name);
    }

    private Optional<Body> body(Described service, Operation operation) {
        if (service.reads(operation)) {
            return Optional.empty();
        }
        return operation
                .requestBody()
                .flatMap(body -> body.preferred().map(content -> {
                    var sample = service.samples().of(content);
                    if (!sample.fromExample()) {
                        toFillIn.add("The body of " + operation.key() + " is made up. Look through its values.");
                    }
                    return new Body(content.mediaType(), sample.value());
                }));
    }

    private String freeId(Operation operation) {
        var base = PlannedStep.idOf(operation);
        var ids = steps.values().stream().map(PlannedStep::id).toList();
        var free = base;
        for (var i = 2; ids.contains(free); i++) {
            free = base + "-" + i;
        }
        return free;
    }

    private static String shown(JsonNode value) {
        var text = value.isString() ? "\"" + value.asString() + "\"" : value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }

    private static String place(Described service, Operation operation) {
        return service.service() + " " + operation.key();
    }
}
