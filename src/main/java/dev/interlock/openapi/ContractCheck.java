package dev.interlock.openapi;

import dev.interlock.openapi.ContractFinding.Kind;
import dev.interlock.platform.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks answers of a service against one document: status, media type, headers and body. Schemas are compiled once and
 * kept; safe for threads. Never throws for what a service sends or a document says: what cannot be checked becomes a finding
 * of kind UNKNOWN.
 */
public final class ContractCheck {
    private static final int MAX_FINDINGS = 100;
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    private final BodyCheck bodies;

    public ContractCheck(OpenApiDocument document) {
        this.bodies = new BodyCheck(document, new CompiledSchemas(document));
    }

    /**
     * Checks one answer.
     *
     * @param headers names and values as received; names are compared without regard to case
     * @param body bytes of the body after content decoding, empty when there was none
     * @return what differs, the worst first within each kind; empty when the answer keeps the contract
     */
    public List<ContractFinding> check(
            Operation operation, int status, Map<String, List<String>> headers, byte[] body) {
        var found = new ArrayList<ContractFinding>();
        try {
            var received = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            received.putAll(headers);
            checkAnswer(operation, status, received, body, found);
        } catch (RuntimeException | StackOverflowError odd) {
            found.add(unknown("", "The answer could not be checked: " + BodyCheck.reason(odd)));
        }
        return List.copyOf(found.size() > MAX_FINDINGS ? found.subList(0, MAX_FINDINGS) : found);
    }

    private void checkAnswer(
            Operation operation,
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            List<ContractFinding> found) {
        var response = operation.response(status);
        if (response.isEmpty()) {
            found.add(undescribed(operation, status));
            return;
        }
        for (var header : response.get().headers()) {
            bodies.checkHeader(header, headers.getOrDefault(header.name(), List.of()), found);
        }
        if (!operation.method().equals("HEAD") && !WITHOUT_BODY.contains(status)) {
            var mediaType = headers.getOrDefault("Content-Type", List.of()).stream()
                    .findFirst()
                    .orElse("");
            checkContent(response.get(), mediaType, body, found);
        }
    }

    private static ContractFinding undescribed(Operation operation, int status) {
        if (operation.responses().isEmpty()) {
            return unknown("", operation.key() + " describes no response, so the answer is not checked.");
        }
        var codes = operation.responses().stream().map(Response::code).collect(Collectors.joining(", "));
        return new ContractFinding(
                Kind.STATUS,
                "",
                "%s does not describe the status %d.".formatted(operation.key(), status),
                codes,
                Integer.toString(status),
                Severity.ERROR);
    }

    private void checkContent(Response response, String mediaType, byte[] body, List<ContractFinding> found) {
        if (response.contents().isEmpty()) {
            return;
        }
        if (body.length == 0) {
            missingBody(response, found);
            return;
        }
        var content = MediaTypes.bestMatch(response.contents(), mediaType);
        if (content.isEmpty() || mediaType.isBlank()) {
            found.add(wrongType(response, mediaType));
        } else {
            bodies.check(content.get(), mediaType, body, found);
        }
    }

    private static void missingBody(Response response, List<ContractFinding> found) {
        if (response.contents().stream().anyMatch(content -> content.schema().isPresent())) {
            found.add(new ContractFinding(
                    Kind.BODY, "", "The body is empty.", mediaTypes(response), "no body", Severity.ERROR));
        }
    }

    private static ContractFinding wrongType(Response response, String mediaType) {
        var what = mediaType.isBlank() ? "The answer has no Content-Type." : "The media type is not described.";
        return new ContractFinding(
                Kind.CONTENT_TYPE,
                "Content-Type",
                what,
                mediaTypes(response),
                mediaType.isBlank() ? "none" : mediaType.toLowerCase(Locale.ROOT),
                Severity.ERROR);
    }

    private static String mediaTypes(Response response) {
        return response.contents().stream().map(Content::mediaType).collect(Collectors.joining(", "));
    }

    static ContractFinding unknown(String where, String message) {
        return new ContractFinding(Kind.UNKNOWN, where, message, "", "", Severity.INFO);
    }
}
