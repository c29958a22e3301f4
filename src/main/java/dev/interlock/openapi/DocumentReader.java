package dev.interlock.openapi;

import dev.interlock.openapi.tree.ParsedTree;
import dev.interlock.openapi.tree.TreeLimits;
import dev.interlock.openapi.tree.Trees;
import dev.interlock.openapi.tree.UnreadableTree;
import dev.interlock.platform.Finding;
import dev.interlock.platform.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a document of a tree: refuses what cannot be used, notes what is odd. */
final class DocumentReader {
    private final ObjectNode root;
    private final List<Finding> findings;

    private DocumentReader(ObjectNode root, List<Finding> findings) {
        this.root = root;
        this.findings = new ArrayList<>(findings);
    }

    static OpenApiDocument single(Upload upload) {
        var parsed = parsed("", upload);
        var warnings = warnings("", parsed);
        return document(parsed.root(), warnings);
    }

    static ParsedTree parsed(String place, Upload upload) {
        try {
            return Trees.read(upload.fileName(), upload.content(), TreeLimits.DOCUMENT);
        } catch (UnreadableTree broken) {
            throw new UnreadableDocument(Findings.ofText(Severity.ERROR, place, broken.fault()));
        }
    }

    static List<Finding> warnings(String place, ParsedTree parsed) {
        return parsed.warnings().stream()
                .map(fault -> Findings.ofText(Severity.WARNING, place, fault))
                .toList();
    }

    static OpenApiDocument document(JsonNode root, List<Finding> findings) {
        if (!root.isObject()) {
            throw new UnreadableDocument(Findings.error(
                    "",
                    "The document is not an object.",
                    "Give an OpenAPI document: it starts with 'openapi' or 'swagger'."));
        }
        return new DocumentReader(root.asObject(), findings).read();
    }

    private OpenApiDocument read() {
        var version = RootCheck.version(root);
        RootCheck.sections(root, version, findings);
        var scan = ReferenceScan.of(root);
        var references = new References(root, scan.byName());
        scan.reportBroken(references, findings);
        var parts = parts(version, references);
        var errors = findings.stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new UnreadableDocument(errors);
        }
        return new OpenApiDocument(version, references, parts);
    }

    private DocumentParts parts(OpenApiVersion version, References references) {
        var reader = new OperationReader(references, version, findings);
        var paths = new Located("/paths", root.path("paths"));
        var webhooks = new Located("/webhooks", root.path("webhooks"));
        var operations = reader.standard(paths);
        var further = reader.further(paths);
        OperationChecks.report(operations, findings);
        var hooks = reader.standard(webhooks);
        return new DocumentParts(
                Servers.of(root, version),
                operations,
                further,
                hooks,
                securitySchemes(references),
                Counting.of(root, operations, further, hooks),
                findings);
    }

    private Map<String, SecurityScheme> securitySchemes(References references) {
        var place = root.has("swagger")
                ? new Located("/securityDefinitions", root.path("securityDefinitions"))
                : new Located(
                        "/components/securitySchemes", root.path("components").path("securitySchemes"));
        var schemes = new LinkedHashMap<String, SecurityScheme>();
        for (var name : place.node().propertyNames()) {
            var scheme = references.follow(place.at(name));
            if (scheme.node().isObject()) {
                schemes.put(name, SecuritySchemes.read(name, scheme.node()));
            }
        }
        return schemes;
    }
}
