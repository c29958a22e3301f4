package dev.interlock.arazzo;

import dev.interlock.platform.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a document against the operations of its sources, as far as they are known. */
final class TargetCheck {
    private static final int NAMED = 8;

    private final ArazzoDocument document;
    private final Sources sources;
    private final List<DocumentFinding> findings = new ArrayList<>();

    TargetCheck(ArazzoDocument document, Sources sources) {
        this.document = document;
        this.sources = sources;
    }

    List<DocumentFinding> findings() {
        for (var workflow : document.workflows()) {
            workflow.steps().forEach(step -> step(workflow, step));
        }
        return List.copyOf(findings);
    }

    private void add(String path, Severity severity, String problem, String hint) {
        findings.add(new DocumentFinding(path, 0, 0, severity, problem, hint));
    }

    private void step(Workflow workflow, Step step) {
        var source = step.target().source().flatMap(sources::named);
        if (source.isEmpty()) {
            return;
        }
        var index = source.get().operations();
        switch (step.target()) {
            case StepTarget.ById byId
            when index.isPresent() ->
                operation(workflow, step, index.get(), index.get().byId(byId.operationId()));
            case StepTarget.ByPath byPath
            when index.isPresent() ->
                operation(workflow, step, index.get(), index.get().byPointer(byPath.pointer()));
            case StepTarget.SubWorkflow sub ->
                source.get().document().ifPresent(other -> workflowOf(step, other, sub.workflowId()));
            default -> {}
        }
    }

    private void workflowOf(Step step, ArazzoDocument other, String workflowId) {
        if (other.workflow(workflowId).isEmpty()) {
            add(
                    step.pointer() + "/workflowId",
                    Severity.ERROR,
                    "The source has no workflow \"" + workflowId + "\".",
                    "It has: "
                            + FlowCheck.names(other.workflows().stream()
                                    .map(Workflow::workflowId)
                                    .toList()));
        }
    }

    private void operation(Workflow workflow, Step step, OperationIndex index, Optional<CalledOperation> found) {
        if (found.isEmpty()) {
            add(
                    step.pointer(),
                    Severity.ERROR,
                    "The source has no operation \"" + step.target().text() + "\".",
                    "It has: " + known(index));
            return;
        }
        var given = Stream.concat(step.parameters().stream(), workflow.parameters().stream())
                .toList();
        found.get().parameters().stream()
                .filter(DeclaredParameter::required)
                .filter(declared -> !givenOtherwise(declared))
                .filter(declared -> given.stream().noneMatch(each -> same(declared, each)))
                .forEach(declared -> add(
                        step.pointer(),
                        Severity.ERROR,
                        "The required parameter \"" + declared.name() + "\" (" + declared.in() + ") has no value.",
                        "Add it to the parameters of the step."));
        step.parameters().stream()
                .filter(each -> found.get().parameter(each.name(), each.in()).isEmpty() && declarable(each))
                .forEach(each -> add(
                        each.pointer(),
                        Severity.WARNING,
                        found.get().key() + " does not declare the parameter \"" + each.name() + "\" (" + each.in()
                                + ").",
                        "Check name and place."));
        body(step, found.get());
    }

    private void body(Step step, CalledOperation operation) {
        if (operation.bodyRequired() && step.requestBody().isEmpty()) {
            add(step.pointer(), Severity.WARNING, operation.key() + " needs a body.", "Add requestBody.");
        }
        var types = operation.mediaTypes();
        step.requestBody()
                .flatMap(StepBody::contentType)
                .map(TargetCheck::plainType)
                .filter(type -> !types.isEmpty() && type.indexOf('$') < 0)
                .filter(type -> types.stream().noneMatch(each -> covers(plainType(each), type)))
                .ifPresent(type -> add(
                        step.pointer() + "/requestBody/contentType",
                        Severity.WARNING,
                        operation.key() + " does not take " + type + ".",
                        "It takes: " + FlowCheck.names(types)));
    }

    private static String plainType(String type) {
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean covers(String declared, String type) {
        return declared.equals(type)
                || declared.equals("*/*")
                || (declared.endsWith("/*") && type.startsWith(declared.substring(0, declared.length() - 1)));
    }

    /** Headers OpenAPI describes elsewhere: by the body, the answers and the security schemes. */
    private static boolean givenOtherwise(DeclaredParameter declared) {
        return declared.in().equals("header")
                && List.of("accept", "content-type", "authorization")
                        .contains(declared.name().toLowerCase(Locale.ROOT));
    }

    private static boolean declarable(StepParameter parameter) {
        return parameter.in().equals("path") || parameter.in().equals("query");
    }

    private static boolean same(DeclaredParameter declared, StepParameter given) {
        return declared.in().equals(given.in())
                && (given.in().equals("header")
                        ? declared.name().equalsIgnoreCase(given.name())
                        : declared.name().equals(given.name()));
    }

    private static String known(OperationIndex index) {
        var ids = index.operationIds();
        var shown = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        return ids.size() > NAMED ? shown + " and " + (ids.size() - NAMED) + " more." : shown + ".";
    }
}
