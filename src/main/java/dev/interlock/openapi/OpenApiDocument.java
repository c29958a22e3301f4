package dev.interlock.openapi;

import dev.interlock.openapi.tree.Pointers;
import dev.interlock.platform.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A readable OpenAPI document of version 2.0, 3.0, 3.1 or 3.2, its operations resolved. Nothing outside the upload is ever
 * fetched; what points outside is named in {@link #findings()}. Does not change and is safe for threads.
 */
public final class OpenApiDocument {
    private final OpenApiVersion version;
    private final References references;
    private final DocumentParts parts;

    OpenApiDocument(OpenApiVersion version, References references, DocumentParts parts) {
        this.version = version;
        this.references = references;
        this.parts = parts;
    }

    /**
     * Reads a JSON or YAML file, or a zip archive with one root document in it.
     *
     * @throws UnreadableDocument with every fault found, when it cannot be used
     */
    public static OpenApiDocument read(Upload upload) {
        return upload.zipped() ? OpenApiBundle.zip(upload.content()).read() : DocumentReader.single(upload);
    }

    /**
     * Reads a JSON or YAML text.
     *
     * @throws UnreadableDocument with every fault found, when it cannot be used
     */
    public static OpenApiDocument read(String fileName, String text) {
        return read(Upload.text(fileName, text));
    }

    /** The version of OpenAPI it is written in. */
    public OpenApiVersion version() {
        return version;
    }

    /** The version as written, such as {@code 3.0.3}. */
    public String versionText() {
        var root = references.root();
        return root.path(root.has("openapi") ? "openapi" : "swagger").asString("");
    }

    /** The name of the interface, or an empty text. */
    public String title() {
        return references.root().path("info").path("title").asString("");
    }

    /** The version of the interface itself, or an empty text. */
    public String apiVersion() {
        return references.root().path("info").path("version").asString("");
    }

    /** Where it says the service is, variables filled with their defaults; may be empty. */
    public List<Server> servers() {
        return parts.servers();
    }

    /** The operations of its paths in document order; webhooks, callbacks and the further methods of 3.2 are not in it. */
    public List<Operation> operations() {
        return parts.operations();
    }

    /** Operations of 3.2 under {@code query} and {@code additionalOperations}. */
    public List<Operation> furtherOperations() {
        return parts.further();
    }

    /** Requests the service sends to its subscribers; the name of the webhook stands in place of the path. */
    public List<Operation> webhooks() {
        return parts.webhooks();
    }

    /** How much it holds. */
    public DocumentCounts counts() {
        return parts.counts();
    }

    /** What was odd while reading: ids used twice, references that lead nowhere or outside, keys written twice. */
    public List<Finding> findings() {
        return parts.findings();
    }

    /** Ways to prove who calls, by their key. */
    public Map<String, SecurityScheme> securitySchemes() {
        return parts.securitySchemes();
    }

    /** The operation with this key such as {@code GET /orders/{orderId}}. */
    public Optional<Operation> operation(String key) {
        return Optional.ofNullable(parts.byKey().get(key));
    }

    /** The operation with this operationId; the first when the document uses it twice. */
    public Optional<Operation> operationById(String operationId) {
        return Optional.ofNullable(parts.byId().get(operationId));
    }

    /** The operation a request belongs to, by method and path as sent; literal segments win over variables. */
    public Optional<Operation> operationMatching(String method, String requestPath) {
        return PathMatch.best(this, method, requestPath);
    }

    /** The value at a JSON pointer such as {@code /components/schemas/Pet}. */
    public Optional<JsonNode> at(String pointer) {
        return Pointers.find(references.root(), pointer);
    }

    /** The value itself, or what its chain of {@code $ref} ends at; a missing node when that leads nowhere. */
    public Located follow(Located start) {
        return references.follow(start);
    }

    /** The place a {@code $ref} of this document names; empty when it is outside or there is nothing. */
    public Optional<Located> target(String ref) {
        return references.target(ref);
    }

    /** The whole document as one JSON text, files of a bundle included, for keeping; reading it again gives the same. */
    public String toJson() {
        return references.root().toString();
    }

    /** A copy of the tree of the whole document. */
    public ObjectNode tree() {
        return references.root().asObject().deepCopy();
    }

    References references() {
        return references;
    }
}
