package dev.interlock.testcase.document;

import dev.interlock.arazzo.CalledOperation;
import dev.interlock.arazzo.ContractBreak;
import dev.interlock.arazzo.DeclaredParameter;
import dev.interlock.arazzo.HttpAnswer;
import dev.interlock.arazzo.HttpCall;
import dev.interlock.arazzo.OperationIndex;
import dev.interlock.openapi.Content;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import java.util.List;
import java.util.Optional;

/** The operations of one interface as far as checking a document needs them; nothing is sent through it. */
final class KnownOperations implements OperationIndex {
    private final OpenApiDocument document;

    KnownOperations(OpenApiDocument document) {
        this.document = document;
    }

    @Override
    public Optional<CalledOperation> byId(String operationId) {
        return document.operationById(operationId).map(KnownOperations::called);
    }

    @Override
    public Optional<CalledOperation> byPointer(String pointer) {
        return document.operations().stream()
                .filter(operation -> operation.pointer().equals(pointer))
                .findFirst()
                .map(KnownOperations::called);
    }

    @Override
    public List<String> operationIds() {
        return document.operations().stream()
                .flatMap(operation -> operation.operationId().stream())
                .toList();
    }

    @Override
    public List<ContractBreak> check(CalledOperation operation, HttpCall call, HttpAnswer answer) {
        return List.of();
    }

    private static CalledOperation called(Operation operation) {
        var body = operation.requestBody();
        return new CalledOperation(
                operation.operationId(),
                operation.method(),
                operation.requestPath(),
                operation.parameters().stream().map(KnownOperations::declared).toList(),
                body.map(taken -> taken.contents().stream()
                                .map(Content::mediaType)
                                .toList())
                        .orElse(List.of()),
                body.isPresent() && body.get().required(),
                "");
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
