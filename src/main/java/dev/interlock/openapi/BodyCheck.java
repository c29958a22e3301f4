package dev.interlock.openapi;

import com.networknt.schema.Error;
import dev.interlock.openapi.ContractFinding.Kind;
import dev.interlock.openapi.tree.Pointers;
import dev.interlock.openapi.tree.TreeLimits;
import dev.interlock.openapi.tree.Trees;
import dev.interlock.openapi.tree.UnreadableTree;
import dev.interlock.platform.Finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks bodies and headers against their schemas. */
final class BodyCheck {
    private static final int MAX_ERRORS = 50;
    private static final int MAX_SHOWN = 200;

    private final OpenApiDocument document;
    private final CompiledSchemas schemas;

    BodyCheck(OpenApiDocument document, CompiledSchemas schemas) {
        this.document = document;
        this.schemas = schemas;
    }

    void check(Content content, String mediaType, byte[] body, List<ContractFinding> found) {
        if (content.schema().isEmpty()) {
            return;
        }
        if (!MediaTypes.isJson(mediaType)) {
            found.add(ContractCheck.unknown("", "Bodies of " + MediaTypes.essence(mediaType) + " are not checked."));
            return;
        }
        try {
            var value = Trees.read("body.json", body, TreeLimits.BODY).root();
            var schema = content.schema().get();
            compare(Kind.BODY, "", schema, value, found);
            new PropertyWalk(document, found).walk(schema, value);
        } catch (UnreadableTree broken) {
            var fault = broken.fault();
            found.add(new ContractFinding(
                    Kind.BODY,
                    "",
                    "Line %d, column %d of the body: %s".formatted(fault.line(), fault.column(), fault.what()),
                    "JSON",
                    "",
                    Severity.ERROR));
        }
    }

    void checkHeader(Header header, List<String> values, List<ContractFinding> found) {
        if (values.isEmpty()) {
            if (header.required()) {
                found.add(new ContractFinding(
                        Kind.HEADER,
                        header.name(),
                        "A required header is missing.",
                        "present",
                        "missing",
                        Severity.ERROR));
            }
            return;
        }
        if (header.schema().isPresent()) {
            var schema = header.schema().get();
            var value = HeaderValues.read(document.follow(schema).node(), String.join(",", values));
            compare(Kind.HEADER, header.name(), schema, value, found);
        }
    }

    private void compare(Kind kind, String name, Located schema, JsonNode value, List<ContractFinding> found) {
        try {
            var errors = schemas.errors(schema.pointer(), value);
            if (errors.isEmpty()) {
                found.add(ContractCheck.unknown(
                        name,
                        "The schema at %s cannot be read, so nothing is checked against it."
                                .formatted(schema.pointer())));
                return;
            }
            var seen = new HashSet<String>();
            var findings = new ArrayList<ContractFinding>();
            for (var error : errors.get()) {
                var finding = finding(kind, name, error);
                if (findings.size() < MAX_ERRORS && seen.add(finding.where() + finding.message())) {
                    findings.add(finding);
                }
            }
            found.addAll(findings);
            schemas.uncheckedBecause(schema.pointer()).ifPresent(why -> found.add(ContractCheck.unknown(name, why)));
        } catch (RuntimeException | StackOverflowError odd) {
            found.add(ContractCheck.unknown(
                    name, "The schema at %s could not be applied: %s".formatted(schema.pointer(), reason(odd))));
        }
    }

    private static ContractFinding finding(Kind kind, String name, Error error) {
        var pointer = error.getInstanceLocation().toString();
        var missing = "required".equals(error.getKeyword()) && error.getProperty() != null;
        var place = missing ? Pointers.child(pointer, error.getProperty()) : pointer;
        var keyword = Optional.ofNullable(error.getKeyword()).orElse("schema");
        var expected = missing ? "present" : keyword + " " + shown(error.getSchemaNode());
        return new ContractFinding(
                kind,
                kind == Kind.HEADER ? name : place,
                sentence(error, kind == Kind.HEADER ? name : place, missing),
                expected,
                missing ? "missing" : shown(error.getInstanceNode()),
                Severity.ERROR);
    }

    private static String sentence(Error error, String place, boolean missing) {
        var subject = place.isEmpty() ? "The body" : place;
        return missing ? subject + " is required but missing." : subject + ": " + shortened(error.getMessage());
    }

    private static String shown(@Nullable JsonNode node) {
        return node == null ? "" : shortened(node.isString() ? node.stringValue() : node.toString());
    }

    static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN - 3) + "...";
    }

    static String reason(Throwable odd) {
        return odd instanceof StackOverflowError
                ? "it is nested too deeply."
                : shortened(Optional.ofNullable(odd.getMessage())
                        .orElse(odd.getClass().getSimpleName()));
    }
}
