package dev.interlock.arazzo;

import dev.interlock.openapi.Content;
import dev.interlock.openapi.ContractCheck;
import dev.interlock.openapi.ContractFinding;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.RequestBody;
import dev.interlock.openapi.Server;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations of an OpenAPI document. Keeps compiled schemas, so share one for each revision; safe for threads. */
public final class OpenApiOperations implements OperationIndex {
    private final OpenApiDocument document;
    private final ContractCheck contract;

    public OpenApiOperations(OpenApiDocument document) {
        this.document = document;
        this.contract = new ContractCheck(document);
    }

    @Override
    public Optional<CalledOperation> byId(String operationId) {
        return document.operationById(operationId).map(this::called);
    }

    /** Also finds the only operation of a path item, and templates written with {@code %7B}. */
    @Override
    public Optional<CalledOperation> byPointer(String pointer) {
        var plain = pointer.replace("%7B", "{")
                .replace("%7D", "}")
                .replace("%7b", "{")
                .replace("%7d", "}");
        return all().filter(each -> each.pointer().equals(plain))
                .findFirst()
                .or(() -> onlyBelow(plain))
                .or(() -> referenced(plain))
                .map(this::called);
    }

    /** An operation whose path item is written elsewhere: found by the path that refers to it. */
    private Optional<Operation> referenced(String pointer) {
        var parts = pointer.split("/", -1);
        if (parts.length != 4 || !parts[1].equals("paths")) {
            return Optional.empty();
        }
        var path = parts[2].replace("~1", "/").replace("~0", "~");
        return document.operation(parts[3].toUpperCase(Locale.ROOT) + " " + path);
    }

    private Optional<Operation> onlyBelow(String pointer) {
        var below =
                all().filter(each -> each.pointer().startsWith(pointer + "/")).toList();
        return below.size() == 1 ? Optional.of(below.getFirst()) : Optional.empty();
    }

    private Stream<Operation> all() {
        return Stream.concat(document.operations().stream(), document.furtherOperations().stream());
    }

    @Override
    public List<String> operationIds() {
        return document.operations().stream()
                .map(each -> each.operationId().orElse(each.key()))
                .toList();
    }

    private CalledOperation called(Operation operation) {
        var servers = operation.servers().isEmpty() ? document.servers() : operation.servers();
        return new CalledOperation(
                operation.operationId(),
                operation.method(),
                operation.requestPath(),
                operation.parameters().stream().map(OpenApiOperations::declared).toList(),
                operation.requestBody().map(OpenApiOperations::mediaTypes).orElse(List.of()),
                operation.requestBody().map(RequestBody::required).orElse(false),
                servers.stream().findFirst().map(Server::url).orElse(""));
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

    private static List<String> mediaTypes(RequestBody body) {
        var types = new ArrayList<String>();
        body.preferred().map(Content::mediaType).ifPresent(types::add);
        body.contents().stream()
                .map(Content::mediaType)
                .filter(type -> !types.contains(type))
                .forEach(types::add);
        return types;
    }

    @Override
    public List<ContractBreak> check(CalledOperation operation, HttpCall call, HttpAnswer answer) {
        var found = all().filter(each -> each.method().equals(operation.method())
                        && each.requestPath().equals(operation.path())
                        && each.operationId().equals(operation.operationId()))
                .findFirst();
        var body = answer.truncated() ? new byte[0] : answer.body();
        return found.map(each -> contract.check(each, answer.status(), headers(answer), body).stream()
                        .filter(finding -> !answer.truncated() || finding.kind() != ContractFinding.Kind.BODY)
                        .map(OpenApiOperations::broken)
                        .toList())
                .orElse(List.of());
    }

    private static Map<String, List<String>> headers(HttpAnswer answer) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : answer.headers()) {
            headers.computeIfAbsent(header.name(), _ -> new ArrayList<>()).add(header.value());
        }
        return headers;
    }

    private static ContractBreak broken(ContractFinding finding) {
        var expected = finding.expected().isEmpty() ? "" : " Expected " + finding.expected() + ".";
        var actual = finding.actual().isEmpty() ? "" : " It was " + finding.actual() + ".";
        return new ContractBreak(
                finding.where(),
                finding.message() + expected + actual,
                finding.kind().name(),
                finding.breaking());
    }
}
