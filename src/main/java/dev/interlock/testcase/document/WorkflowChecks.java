package dev.interlock.testcase.document;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.DocumentFinding;
import dev.interlock.arazzo.OpenApiOperations;
import dev.interlock.arazzo.OperationCall;
import dev.interlock.arazzo.Source;
import dev.interlock.arazzo.Sources;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Services;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.document.CheckedWorkflow.BoundSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads documents against the services and interfaces of a project. */
@Component
public class WorkflowChecks {
    private static final int LONGEST = 16 << 20;
    private static final int MOST_FINDINGS = 200;

    private final Services services;
    private final Interfaces interfaces;

    WorkflowChecks(Services services, Interfaces interfaces) {
        this.services = services;
        this.interfaces = interfaces;
    }

    /**
     * Reads a document.
     *
     * @param workflowId the workflow that is the test, null for the first
     */
    public CheckedWorkflow check(ProjectId project, String text, @Nullable String workflowId) {
        if (text.length() > LONGEST) {
            return CheckedWorkflow.unreadable(List.of(
                    Finding.error("the document", "It is longer than 16 MiB.", "Split it into several documents.")));
        }
        var plain = ArazzoDocument.inspect(text);
        if (plain.document().isEmpty()) {
            return CheckedWorkflow.unreadable(shared(plain.findings()));
        }
        return check(project, text, plain.document().get(), workflowId);
    }

    private CheckedWorkflow check(
            ProjectId project, String text, ArazzoDocument document, @Nullable String workflowId) {
        var known = services.all(project).stream().map(Service::key).collect(Collectors.toSet());
        var binding = new SourceBinding(known, text);
        var sources = binding.bind(document);
        var findings = new ArrayList<>(
                shared(ArazzoDocument.inspect(text, described(project, sources)).findings()));
        findings.addAll(binding.findings());
        findings.addAll(withoutInterface(project, sources, text));
        var chosen = chosen(document, workflowId, findings);
        return new CheckedWorkflow(
                Optional.of(document),
                chosen,
                findings.stream().limit(MOST_FINDINGS).toList(),
                sources,
                operations(project, document, chosen, sources),
                texts(document, chosen, CheckedWorkflow.COVERS)
                        .filter(Keys::isWellFormed)
                        .map(PathKey::new)
                        .toList(),
                texts(document, chosen, CheckedWorkflow.FILL_IN).toList());
    }

    private static String chosen(ArazzoDocument document, @Nullable String workflowId, List<Finding> findings) {
        var first = document.workflows().getFirst().workflowId();
        if (workflowId == null || workflowId.isBlank()) {
            return first;
        }
        if (document.workflow(workflowId).isEmpty()) {
            findings.add(Finding.error(
                    "workflows",
                    "The document has no workflow \"" + workflowId + "\".",
                    "It has: "
                            + document.workflows().stream()
                                    .map(workflow -> workflow.workflowId())
                                    .limit(8)
                                    .collect(Collectors.joining(", "))));
        }
        return workflowId;
    }

    private Sources described(ProjectId project, List<BoundSource> sources) {
        var known = new LinkedHashMap<String, Source>();
        for (var source : sources) {
            interfaceOf(project, source)
                    .ifPresent(document -> known.put(source.name(), Source.described(new OpenApiOperations(document))));
        }
        return new Sources(known);
    }

    private List<Finding> withoutInterface(ProjectId project, List<BoundSource> sources, String text) {
        return sources.stream()
                .filter(source -> source.bound() && interfaceOf(project, source).isEmpty())
                .map(source -> Finding.error(
                        Lines.place(text, Pattern.compile(Pattern.quote(source.name())), "source " + source.name()),
                        "The service \"" + source.service() + "\" has no interface on file.",
                        "Import its OpenAPI document, so that its operations are known."))
                .toList();
    }

    private Optional<OpenApiDocument> interfaceOf(ProjectId project, BoundSource source) {
        return source.bound() ? interfaces.document(project, source.service()) : Optional.empty();
    }

    private Map<ServiceKey, List<String>> operations(
            ProjectId project, ArazzoDocument document, String workflowId, List<BoundSource> sources) {
        var called = new LinkedHashMap<ServiceKey, List<String>>();
        for (var call : document.calls(workflowId)) {
            sourceOf(call, sources).ifPresent(source -> {
                var operations = called.computeIfAbsent(source.service(), key -> new ArrayList<>());
                var operation = operation(interfaceOf(project, source), call);
                if (!operations.contains(operation)) {
                    operations.add(operation);
                }
            });
        }
        return called;
    }

    private static Optional<BoundSource> sourceOf(OperationCall call, List<BoundSource> sources) {
        if (call.source().isEmpty()) {
            return sources.size() == 1 ? Optional.of(sources.getFirst()) : Optional.empty();
        }
        return sources.stream()
                .filter(source -> source.name().equals(call.source()))
                .findFirst();
    }

    private static String operation(Optional<OpenApiDocument> document, OperationCall call) {
        return document.flatMap(known -> call.operationId()
                        .flatMap(known::operationById)
                        .or(() -> known.operation(call.title()))
                        .map(Operation::key))
                .orElse(call.title());
    }

    private static Stream<String> texts(ArazzoDocument document, String workflowId, String field) {
        return document.tree()
                .path("workflows")
                .valueStream()
                .filter(workflow -> workflow.path("workflowId").asString("").equals(workflowId))
                .flatMap(workflow -> workflow.path(field).valueStream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private static List<Finding> shared(List<DocumentFinding> findings) {
        return findings.stream().map(DocumentFinding::toFinding).toList();
    }
}
