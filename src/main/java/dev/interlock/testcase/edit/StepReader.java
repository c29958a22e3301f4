package dev.interlock.testcase.edit;

import dev.interlock.testcase.EditedStep;
import dev.interlock.testcase.EditedStep.Check;
import dev.interlock.testcase.EditedStep.Output;
import dev.interlock.testcase.EditedStep.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a step into the form; what the form cannot hold is named. */
final class StepReader {
    private static final Set<String> SHOWN = Set.of(
            "stepId",
            "description",
            "operationId",
            "operationPath",
            "workflowId",
            "channelPath",
            "parameters",
            "requestBody",
            "successCriteria",
            "outputs");

    private StepReader() {}

    static EditedStep read(JsonNode step) {
        return new EditedStep(
                step.path("stepId").asString(""),
                target(step),
                step.path("description").asString(""),
                parameters(step.path("parameters")),
                step.path("requestBody").path("contentType").asString(""),
                TypedText.of(step.path("requestBody").path("payload")),
                criteria(step.path("successCriteria")),
                outputs(step.path("outputs")),
                elsewhere(step));
    }

    private static String target(JsonNode step) {
        return Stream.of("operationId", "operationPath", "workflowId", "channelPath")
                .map(field -> step.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.replaceFirst("^\\$sourceDescriptions\\.", ""))
                .findFirst()
                .orElse("");
    }

    private static List<Value> parameters(JsonNode list) {
        return IntStream.range(0, list.size())
                .filter(at -> list.path(at).has("name"))
                .mapToObj(at -> new Value(
                        at,
                        list.path(at).path("name").asString(""),
                        list.path(at).path("in").asString(""),
                        TypedText.of(list.path(at).path("value"))))
                .toList();
    }

    private static List<Check> criteria(JsonNode list) {
        return IntStream.range(0, list.size())
                .filter(at -> list.path(at).has("condition"))
                .mapToObj(at -> new Check(
                        at,
                        list.path(at).path("condition").asString(""),
                        type(list.path(at).path("type")),
                        list.path(at).path("context").asString("")))
                .toList();
    }

    private static String type(JsonNode type) {
        var name = type.isObject() ? type.path("type").asString("") : type.asString("");
        return name.equals("simple") ? "" : name;
    }

    private static List<Output> outputs(JsonNode map) {
        return map.properties().stream()
                .filter(entry -> entry.getValue().isString())
                .map(entry -> new Output(entry.getKey(), entry.getValue().asString()))
                .toList();
    }

    private static List<String> elsewhere(JsonNode step) {
        var names = new ArrayList<>(step.propertyNames());
        names.removeIf(SHOWN::contains);
        if (step.path("parameters").valueStream().anyMatch(one -> !one.has("name"))) {
            names.add("parameters taken from components");
        }
        if (step.path("requestBody").has("replacements")) {
            names.add("replacements of the body");
        }
        if (step.path("outputs").valueStream().anyMatch(one -> !one.isString())) {
            names.add("outputs by selector");
        }
        return List.copyOf(names);
    }
}
