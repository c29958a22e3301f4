package dev.interlock.execution.carry;

import dev.interlock.arazzo.CalledOperation;
import dev.interlock.arazzo.ContractBreak;
import dev.interlock.arazzo.DeclaredParameter;
import dev.interlock.arazzo.HttpAnswer;
import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.OperationIndex;
import dev.interlock.openapi.Content;
import dev.interlock.openapi.ContractCheck;
import dev.interlock.openapi.ContractFinding;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An interface as the test language sees it: what can be called, and what the answers have to be. */
final class InterfaceOperations implements OperationIndex {
    private final OpenApiDocument document;
    private final ContractCheck contract;

    InterfaceOperations(OpenApiDocument document) {
        this.document = document;
        this.contract = new ContractCheck(document);
    }

    @Override
    public Optional<CalledOperation> byId(String operationId) {
        return document.operationById(operationId).map(this::called);
    }

    @Override
    public Optional<CalledOperation> byPointer(String pointer) {
        var wanted = pointer.startsWith("#") ? pointer.substring(1) : pointer;
        return Stream.concat(document.operations().stream(), document.furtherOperations().stream())
                .filter(operation -> operation.pointer().equals(wanted)
                        || operation.pointer().equals("#" + wanted))
                .findFirst()
                .map(this::called);
    }

    @Override
    public List<String> operationIds() {
        return document.operations().stream()
                .flatMap(operation -> operation.operationId().stream())
                .toList();
    }

    @Override
    public List<ContractBreak> check(CalledOperation operation, HttpCall call, HttpAnswer answer) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        answer.headers()
                .forEach(header -> headers.computeIfAbsent(header.name(), name -> new ArrayList<>())
                        .add(header.value()));
        return document
                .operation(operation.key())
                .map(known -> contract.check(known, answer.status(), headers, answer.body()))
                .orElse(List.of())
                .stream()
                .map(finding -> broken(finding))
                .toList();
    }

    private static ContractBreak broken(ContractFinding finding) {
        var where = switch (finding.kind()) {
            case STATUS -> "status";
            case CONTENT_TYPE -> "content-type";
            case HEADER -> "header " + finding.where();
            default -> "body " + finding.where();
        };
        var problem = finding.expected().isBlank()
                ? finding.message()
                : finding.message() + " Expected " + finding.expected()
                        + (finding.actual().isBlank() ? "." : ", got " + finding.actual() + ".");
        return new ContractBreak(where, problem, "", finding.breaking());
    }

    private CalledOperation called(Operation operation) {
        var body = operation.requestBody();
        return new CalledOperation(
                operation.operationId(),
                operation.method(),
                operation.path(),
                operation.parameters().stream()
                        .map(InterfaceOperations::declared)
                        .toList(),
                body.map(InterfaceOperations::mediaTypes).orElse(List.of()),
                body.map(RequestBody::required).orElse(false),
                document.servers().isEmpty()
                        ? ""
                        : document.servers().getFirst().url());
    }

    private static List<String> mediaTypes(RequestBody body) {
        var preferred = body.preferred();
        return Stream.concat(preferred.stream(), body.contents().stream())
                .map(Content::mediaType)
                .distinct()
                .toList();
    }

    private static DeclaredParameter declared(Parameter parameter) {
        return new DeclaredParameter(
                parameter.name(),
                parameter.in(),
                parameter.required(),
                parameter.style(),
                parameter.explode(),
                false,
                parameter.mediaType().isPresent());
    }
}
