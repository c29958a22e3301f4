package dev.interlock.testcase.draft;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.platform.Keys;
import dev.interlock.testcase.coverage.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Drafts one workflow that travels a path: it calls the first service of the path that has an interface with the
 * operation that leads on, and then asks each further service of the path for something readable.
 */
public final class PathDrafts {
    private final IntegrationPath path;
    private final Map<ServiceKey, Described> services = new LinkedHashMap<>();

    private PathDrafts(IntegrationPath path, Map<ServiceKey, OpenApiDocument> documents, Set<ServiceKey> identified) {
        this.path = path;
        for (var service : path.services()) {
            var document = documents.get(service);
            if (document != null && !document.operations().isEmpty()) {
                services.put(service, new Described(service, document, identified.contains(service)));
            }
        }
    }

    /**
     * The draft; empty when no service of the path has an interface with an operation.
     *
     * @param identified the services an environment has an identity for
     */
    public static Optional<Draft> of(
            IntegrationPath path, Map<ServiceKey, OpenApiDocument> documents, Set<ServiceKey> identified) {
        return new PathDrafts(path, documents, identified).draft();
    }

    private Optional<Draft> draft() {
        if (services.isEmpty()) {
            return Optional.empty();
        }
        var chain = new Chain();
        var entry = services.values().iterator().next();
        chain.add(entry, leadingOn(entry));
        services.values().stream()
                .skip(1)
                .forEach(service -> named(service)
                        .filter(service::readable)
                        .or(() -> firstReadable(service))
                        .ifPresent(operation -> chain.add(service, operation)));
        var key = Keys.propose("path-" + path.key());
        return Optional.of(
                DraftDocument.write(key, name(), chain, Optional.of(path.key().value())));
    }

    private String name() {
        var name = path.name() + ": from " + path.services().getFirst() + " to "
                + path.services().getLast();
        return name.length() <= 160 ? name : name.substring(0, 159) + "…";
    }

    /** The operation named for the hop into the service, one that leads to the next service, or anything readable. */
    private Operation leadingOn(Described entry) {
        return named(entry)
                .or(() -> towardsNext(entry))
                .or(() -> firstReadable(entry))
                .orElseGet(() -> entry.operations().getFirst());
    }

    private Optional<Operation> named(Described service) {
        return path.hops().stream()
                .filter(hop -> hop.provider().equals(service.service()))
                .flatMap(hop -> Optional.ofNullable(hop.operation()).stream())
                .flatMap(operation -> operation(service, operation).stream())
                .findFirst();
    }

    private static Optional<Operation> operation(Described service, String name) {
        return service.document().operation(name).or(() -> service.document().operationById(name));
    }

    private Optional<Operation> towardsNext(Described entry) {
        var out = path.hops().stream()
                .filter(hop -> hop.consumer().equals(entry.service()))
                .toList();
        var leading = new ArrayList<Operation>();
        for (var operation : entry.operations()) {
            if (out.stream().anyMatch(hop -> leads(operation, hop))) {
                leading.add(operation);
            }
        }
        return leading.stream()
                .filter(operation ->
                        out.stream().anyMatch(hop -> operation.key().equals(hop.operation())))
                .findFirst()
                .or(() -> leading.stream().filter(entry::readable).findFirst())
                .or(() -> leading.stream().findFirst());
    }

    private static boolean leads(Operation operation, Hop hop) {
        var said = Objects.requireNonNullElse(hop.operation(), "");
        return operation.key().equals(said)
                || Words.share(operation.key(), hop.provider().value())
                || Words.share(operation.key(), said);
    }

    private static Optional<Operation> firstReadable(Described service) {
        return firstOf(service.operations().stream().filter(service::readable).toList());
    }

    /** One that asks for no identity when there is one. */
    private static Optional<Operation> firstOf(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> Described.identities(operation).isEmpty())
                .findFirst()
                .or(() -> operations.stream().findFirst());
    }
}
