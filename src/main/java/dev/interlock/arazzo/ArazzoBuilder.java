package dev.interlock.arazzo;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds an Arazzo 1.1 document piece by piece; {@link #build()} reads it like any other. */
public final class ArazzoBuilder {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode root = NODES.objectNode();

    private ArazzoBuilder(String title, String version) {
        root.put("arazzo", "1.1.0");
        root.putObject("info").put("title", title).put("version", version);
        root.putArray("sourceDescriptions");
        root.putArray("workflows");
    }

    /** A document with a title and a version of its own. */
    public static ArazzoBuilder titled(String title, String version) {
        return new ArazzoBuilder(title, version);
    }

    /** Adds an OpenAPI source. */
    public ArazzoBuilder source(String name, String url) {
        list(root, "sourceDescriptions")
                .addObject()
                .put("name", name)
                .put("url", url)
                .put("type", "openapi");
        return this;
    }

    /** Adds a workflow. */
    public ArazzoBuilder workflow(String workflowId, Consumer<WorkflowDraft> fill) {
        var workflow = list(root, "workflows").addObject().put("workflowId", workflowId);
        fill.accept(new WorkflowDraft(workflow));
        return this;
    }

    /**
     * The document.
     *
     * @throws InvalidArazzo when its structure is not whole, such as a workflow without steps
     */
    public ArazzoDocument build() {
        return ArazzoDocument.read(root.toString());
    }

    private static ArrayNode list(ObjectNode owner, String name) {
        return owner.withArrayProperty(name);
    }

    private static ObjectNode map(ObjectNode owner, String name) {
        return owner.withObjectProperty(name);
    }

    /** A workflow in the making. */
    public static final class WorkflowDraft {
        private final ObjectNode node;

        WorkflowDraft(ObjectNode node) {
            this.node = node;
        }

        /** Sets the short text. */
        public WorkflowDraft summary(String text) {
            node.put("summary", text);
            return this;
        }

        /** Sets the longer text. */
        public WorkflowDraft description(String text) {
            node.put("description", text);
            return this;
        }

        /** Adds an input with its JSON Schema. */
        public WorkflowDraft input(String name, JsonNode schema, boolean required) {
            var inputs = map(node, "inputs").put("type", "object");
            map(inputs, "properties").set(name, schema);
            if (required) {
                list(inputs, "required").add(name);
            }
            return this;
        }

        /** Names workflows that always run afterwards. */
        public WorkflowDraft teardown(List<String> workflowIds) {
            workflowIds.forEach(list(node, "x-interlock-teardown")::add);
            return this;
        }

        /** Adds a step. */
        public WorkflowDraft step(String stepId, Consumer<StepDraft> fill) {
            var step = list(node, "steps").addObject().put("stepId", stepId);
            fill.accept(new StepDraft(step));
            return this;
        }

        /** Adds an output. */
        public WorkflowDraft output(String name, String expression) {
            map(node, "outputs").put(name, expression);
            return this;
        }

        /** Sets an {@code x-} field. */
        public WorkflowDraft extension(String name, JsonNode value) {
            node.set(name, value);
            return this;
        }
    }

    /** A step in the making. */
    public static final class StepDraft {
        private final ObjectNode node;

        StepDraft(ObjectNode node) {
            this.node = node;
        }

        /** Sets the text. */
        public StepDraft description(String text) {
            node.put("description", text);
            return this;
        }

        /** Calls an operation by its id. */
        public StepDraft operation(String source, String operationId) {
            node.put("operationId", "$sourceDescriptions." + source + "." + operationId);
            return this;
        }

        /** Calls an operation by its method and path template. */
        public StepDraft operation(String source, String method, String path) {
            var token = path.replace("~", "~0").replace("/", "~1");
            node.put(
                    "operationPath",
                    "{$sourceDescriptions." + source + ".url}#/paths/" + token + "/" + method.toLowerCase(Locale.ROOT));
            return this;
        }

        /** Calls another workflow of the document. */
        public StepDraft workflow(String workflowId) {
            node.put("workflowId", workflowId);
            return this;
        }

        /** Gives a parameter a value; {@code in} is empty for inputs of a workflow. */
        public StepDraft parameter(String name, String in, JsonNode value) {
            var parameter = list(node, "parameters").addObject().put("name", name);
            if (!in.isEmpty()) {
                parameter.put("in", in);
            }
            parameter.set("value", value);
            return this;
        }

        /** Gives a parameter a text or an expression. */
        public StepDraft parameter(String name, String in, String value) {
            return parameter(name, in, NODES.stringNode(value));
        }

        /** Sets the body. */
        public StepDraft body(String contentType, JsonNode payload) {
            map(node, "requestBody").put("contentType", contentType).set("payload", payload);
            return this;
        }

        /** Adds a simple condition that must hold. */
        public StepDraft expect(String condition) {
            list(node, "successCriteria").addObject().put("condition", condition);
            return this;
        }

        /** Adds a JSONPath condition on an expression such as {@code $response.body}. */
        public StepDraft expectPath(String context, String path) {
            list(node, "successCriteria")
                    .addObject()
                    .put("context", context)
                    .put("condition", path)
                    .put("type", "jsonpath");
            return this;
        }

        /** Tries again while the step fails, after a pause in seconds, at most so often. */
        public StepDraft retry(double seconds, int limit) {
            list(node, "onFailure")
                    .addObject()
                    .put("name", "retry")
                    .put("type", "retry")
                    .put("retryAfter", seconds)
                    .put("retryLimit", limit);
            return this;
        }

        /** Keeps a value for later steps. */
        public StepDraft output(String name, String expression) {
            map(node, "outputs").put(name, expression);
            return this;
        }

        /** Sets the longest time of one attempt in milliseconds. */
        public StepDraft timeout(int millis) {
            node.put("timeout", millis);
            return this;
        }

        /** Sets an {@code x-} field. */
        public StepDraft extension(String name, JsonNode value) {
            node.set(name, value);
            return this;
        }
    }
}
