package dev.interlock.arazzo;

import dev.interlock.arazzo.expression.Lookup;
import dev.interlock.arazzo.expression.Root;
import dev.interlock.arazzo.expression.Scope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values expressions may name in one workflow at one moment.
 *
 * @param workflow workflow under way
 * @param inputs its inputs
 * @param inputOrigins where they came from
 * @param steps outputs of the steps that ran
 * @param state what other workflows of the run gave
 * @param exchange request and answer of the current step
 * @param outputs outputs of the workflow just called
 */
record RunScope(
        Workflow workflow,
        ObjectNode inputs,
        Map<String, String> inputOrigins,
        Map<String, ObjectNode> steps,
        RunState state,
        Optional<Exchange> exchange,
        Optional<ObjectNode> outputs)
        implements Scope {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    RunScope with(Optional<Exchange> current) {
        return new RunScope(workflow, inputs, inputOrigins, steps, state, current, outputs);
    }

    RunScope withOutputs(ObjectNode given) {
        return new RunScope(workflow, inputs, inputOrigins, steps, state, exchange, Optional.of(given));
    }

    @Override
    public Lookup find(Root root, String owner, String name) {
        return switch (root) {
            case INPUTS -> input(name);
            case STEP_OUTPUTS -> stepOutput(owner, name);
            case OUTPUTS ->
                outputs.map(given -> member(given, name, "output " + name + " of the workflow called"))
                        .orElseGet(() -> new Lookup.Absent("no workflow was called"));
            case WORKFLOW_OUTPUTS -> otherWorkflow(state.outputs.get(owner), owner, name);
            case WORKFLOW_INPUTS -> otherWorkflow(state.inputs.get(owner), owner, name);
            case SOURCE -> source(owner, name);
            case SELF, COMPONENT, MESSAGE -> new Lookup.Absent("this kind of expression has no value here");
            default -> ofExchange(root, name);
        };
    }

    private static Lookup member(ObjectNode owner, String name, String origin) {
        var value = owner.get(name);
        return value == null ? new Lookup.Absent("there is no " + origin) : new Lookup.Present(value, origin);
    }

    private Lookup input(String name) {
        var from = inputOrigins.get(name);
        return member(inputs, name, "input " + name + (from == null ? "" : " (" + from + ")"));
    }

    private Lookup stepOutput(String stepId, String name) {
        var given = steps.get(stepId);
        if (given != null) {
            return member(given, name, "output " + name + " of step " + stepId);
        }
        var known = workflow.step(stepId).isPresent();
        return new Lookup.Absent(known ? "the step " + stepId + " has not succeeded" : "there is no step " + stepId);
    }

    private static Lookup otherWorkflow(@Nullable ObjectNode given, String owner, String name) {
        return given == null
                ? new Lookup.Absent("the workflow " + owner + " has not run")
                : member(given, name, name + " of workflow " + owner);
    }

    private Lookup source(String name, String field) {
        return state.document.sourceDescriptions().stream()
                .filter(source -> source.name().equals(name) && field.equals("url"))
                .findFirst()
                .<Lookup>map(
                        source -> new Lookup.Present(NODES.stringNode(source.url()), "address of the source " + name))
                .orElseGet(() -> new Lookup.Absent("the source " + name + " has no field " + field));
    }

    private Lookup ofExchange(Root root, String name) {
        if (exchange.isEmpty()) {
            return new Lookup.Absent("nothing was sent yet");
        }
        var current = exchange.get();
        return switch (root) {
            case URL -> text(current.call().uri().toString(), "address of the request");
            case METHOD -> text(current.call().method(), "method of the request");
            case REQUEST_HEADER -> header(current.call().header(name), "request header " + name);
            case REQUEST_QUERY -> parameter(current, "query " + name);
            case REQUEST_PATH -> parameter(current, "path " + name);
            case REQUEST_BODY ->
                current.requestBody().isMissingNode()
                        ? new Lookup.Absent("the request has no body")
                        : new Lookup.Present(current.requestBody(), "body of the request");
            default -> ofAnswer(current, root, name);
        };
    }

    private static Lookup ofAnswer(Exchange current, Root root, String name) {
        if (current.answer().isEmpty()) {
            return new Lookup.Absent("there is no answer");
        }
        var answer = current.answer().get();
        return switch (root) {
            case STATUS_CODE -> new Lookup.Present(NODES.numberNode(answer.status()), "status of the answer");
            case RESPONSE_HEADER -> header(answer.header(name), "answer header " + name);
            case RESPONSE_BODY ->
                current.responseBody().isMissingNode()
                        ? new Lookup.Absent("the answer has no body")
                        : new Lookup.Present(current.responseBody(), "body of the answer");
            default -> new Lookup.Absent("an answer has no such part");
        };
    }

    private static Lookup text(String value, String origin) {
        return new Lookup.Present(NODES.stringNode(value), origin);
    }

    private static Lookup header(Optional<String> value, String origin) {
        return value.map(each -> text(each, origin)).orElseGet(() -> new Lookup.Absent("there is no " + origin));
    }

    private static Lookup parameter(Exchange current, String key) {
        JsonNode value = current.parameters().get(key);
        return value == null
                ? new Lookup.Absent("the request has no parameter " + key)
                : new Lookup.Present(value, "parameter " + key);
    }
}
