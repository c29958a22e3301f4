package dev.interlock.testcase.draft;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.IdSource;
import dev.interlock.openapi.IdSources;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.Samples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A service with its interface, and what can be read from it without making values up. */
final class Described {
    private static final Set<String> CHANGING = Set.of(
            "logout", "delete", "remove", "reset", "unsubscribe", "revoke", "cancel", "start", "stop", "trigger");

    private final ServiceKey service;
    private final OpenApiDocument document;
    private final boolean identified;
    private final Samples samples;
    private final IdSources ids;
    private final Set<String> ambiguous;
    private final Map<String, Optional<IdSource>> sources = new HashMap<>();
    private final Map<String, List<IdSource>> candidates = new HashMap<>();
    private final Map<String, Boolean> readable = new HashMap<>();
    private final Set<String> asking = new HashSet<>();

    /** @param identified whether an environment has an identity for the service */
    Described(ServiceKey service, OpenApiDocument document, boolean identified) {
        this.service = service;
        this.document = document;
        this.identified = identified;
        this.samples = new Samples(document);
        this.ids = new IdSources(document);
        this.ambiguous = ambiguous(document);
    }

    ServiceKey service() {
        return service;
    }

    /** Whether an environment has an identity for the service. */
    boolean identified() {
        return identified;
    }

    OpenApiDocument document() {
        return document;
    }

    Samples samples() {
        return samples;
    }

    /** The name of the source in a document: the key, without what expressions cannot hold. */
    String sourceName() {
        return service.value().replace('.', '-');
    }

    /** The operations worth drafting: those nobody is told to leave, when there are any. */
    List<Operation> operations() {
        var current = document.operations().stream()
                .filter(operation -> !operation.deprecated())
                .toList();
        return current.isEmpty() ? document.operations() : current;
    }

    /** Whether calling it changes nothing, by its method and by its name. */
    boolean reads(Operation operation) {
        var words = (operation.requestPath() + " " + operation.operationId().orElse(""))
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+");
        return operation.reading() && Arrays.stream(words).noneMatch(CHANGING::contains);
    }

    /** Whether every value it needs is in the document or in the answer of another such operation. */
    boolean readable(Operation operation) {
        var known = readable.get(operation.key());
        if (known != null) {
            return known;
        }
        if (!reads(operation) || !asking.add(operation.key())) {
            return false;
        }
        var answer = required(operation).stream().allMatch(parameter -> given(operation, parameter));
        asking.remove(operation.key());
        readable.put(operation.key(), answer);
        return answer;
    }

    /** The readable operation whose answer holds the value of a path parameter. */
    Optional<IdSource> source(Operation operation, Parameter parameter) {
        var place = operation.key() + " " + parameter.name();
        var known = sources.get(place);
        if (known != null) {
            return known;
        }
        var found = sources(operation, parameter).stream()
                .filter(source -> readable(source.producer()))
                .findFirst();
        if (asking.isEmpty() || found.isPresent()) {
            sources.put(place, found);
        }
        return found;
    }

    /** Every operation whose answer holds the value of a path parameter, the surest first. */
    List<IdSource> sources(Operation operation, Parameter parameter) {
        if (!parameter.in().equals("path")) {
            return List.of();
        }
        return candidates.computeIfAbsent(
                operation.key() + " " + parameter.name(),
                place -> ids.of(operation, parameter).stream()
                        .filter(source -> source.how() != IdSource.How.LOCATION)
                        .toList());
    }

    /** The parameters a request cannot do without. */
    static List<Parameter> required(Operation operation) {
        return operation.parameters().stream().filter(Parameter::required).toList();
    }

    /** The names of the schemes of the first way to prove who calls; empty when anybody may call. */
    static List<String> identities(Operation operation) {
        var anonymous =
                operation.security().isEmpty() || operation.security().stream().anyMatch(Map::isEmpty);
        return anonymous
                ? List.of()
                : operation.security().getFirst().keySet().stream().sorted().toList();
    }

    /** The id to call the operation by, when it is unique and an expression can hold it. */
    Optional<String> callableId(Operation operation) {
        return operation.operationId().filter(id -> id.matches("[A-Za-z0-9._-]+") && !ambiguous.contains(id));
    }

    private boolean given(Operation operation, Parameter parameter) {
        return source(operation, parameter).isPresent() || samples.of(parameter).fromExample();
    }

    private static Set<String> ambiguous(OpenApiDocument document) {
        var seen = new HashSet<String>();
        var twice = new HashSet<String>();
        document.operations().stream()
                .flatMap(operation -> operation.operationId().stream())
                .filter(id -> !seen.add(id))
                .forEach(twice::add);
        return twice;
    }
}
