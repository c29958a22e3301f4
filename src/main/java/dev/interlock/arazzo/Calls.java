package dev.interlock.arazzo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lists the operations a workflow calls. */
final class Calls {
    private static final Pattern PATH = Pattern.compile("/paths/([^/]*)(?:/([A-Za-z]+))?");

    private final ArazzoDocument document;
    private final List<OperationCall> calls = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();

    private Calls(ArazzoDocument document) {
        this.document = document;
    }

    static List<OperationCall> of(ArazzoDocument document, String workflowId) {
        var calls = new Calls(document);
        calls.enter(workflowId);
        return List.copyOf(calls.calls);
    }

    private void enter(String workflowId) {
        var workflow = document.workflow(workflowId);
        if (workflow.isPresent() && entered.add(workflowId)) {
            workflow.get().dependsOn().forEach(this::enter);
            workflow.get().steps().forEach(step -> add(workflow.get(), step));
        }
    }

    private void add(Workflow workflow, Step step) {
        var source = step.target().source().orElse("");
        switch (step.target()) {
            case StepTarget.ById byId ->
                calls.add(call(
                        workflow, step, source, Optional.of(byId.operationId()), Optional.empty(), Optional.empty()));
            case StepTarget.ByPath byPath -> addByPath(workflow, step, byPath);
            case StepTarget.SubWorkflow sub -> enter(sub.source().isEmpty() ? sub.workflowId() : "");
            case StepTarget.Channel _ -> {}
        }
    }

    private void addByPath(Workflow workflow, Step step, StepTarget.ByPath target) {
        var matcher = PATH.matcher(target.pointer());
        if (matcher.matches()) {
            var path = matcher.group(1).replace("~1", "/").replace("~0", "~");
            var method = Optional.ofNullable(matcher.group(2)).orElse("get").toUpperCase(Locale.ROOT);
            calls.add(call(
                    workflow,
                    step,
                    target.source().orElse(""),
                    Optional.empty(),
                    Optional.of(method),
                    Optional.of(path.replace("%7B", "{").replace("%7D", "}"))));
        }
    }

    private static OperationCall call(
            Workflow workflow,
            Step step,
            String source,
            Optional<String> operationId,
            Optional<String> method,
            Optional<String> path) {
        return new OperationCall(workflow.workflowId(), step.stepId(), source, operationId, method, path);
    }
}
