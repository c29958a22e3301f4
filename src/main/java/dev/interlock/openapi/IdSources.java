package dev.interlock.openapi;

import dev.interlock.openapi.IdSource.How;
import dev.interlock.openapi.tree.Pointers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds which operations of a document produce the ids that path parameters of others need. */
public final class IdSources {
    private static final int MAX_SOURCES = 10;
    private static final int MAX_DEPTH = 4;
    private static final Set<String> COMMON = Set.of("id", "key", "slug", "name", "uuid", "code");

    private final OpenApiDocument document;

    public IdSources(OpenApiDocument document) {
        this.document = document;
    }

    /**
     * The operations whose answers hold a value for a path parameter.
     *
     * @return the surest first, reading operations before writing ones; empty when the document tells nothing
     */
    public List<IdSource> of(Operation operation, Parameter parameter) {
        var sources = new ArrayList<IdSource>();
        for (var producer : document.operations()) {
            if (!producer.key().equals(operation.key())) {
                source(producer, operation, parameter).ifPresent(sources::add);
            }
        }
        var surest = Comparator.comparing(IdSource::how)
                .thenComparing(source -> !source.producer().reading())
                .thenComparing(source -> source.producer().requestPath().length());
        return sources.stream().sorted(surest).limit(MAX_SOURCES).toList();
    }

    private Optional<IdSource> source(Operation producer, Operation operation, Parameter parameter) {
        var success = producer.success();
        if (success.isEmpty()) {
            return Optional.empty();
        }
        var response = success.get();
        return linked(producer, response, operation, parameter)
                .or(() -> collection(producer, response, operation, parameter))
                .or(() -> sameName(producer, response, parameter))
                .or(() -> location(producer, response, operation, parameter));
    }

    private Optional<IdSource> linked(Operation producer, Response response, Operation operation, Parameter parameter) {
        for (var link : response.links()) {
            var value = Optional.ofNullable(link.parameters().get(parameter.name()))
                    .or(() -> Optional.ofNullable(link.parameters().get("path." + parameter.name())));
            if (value.isPresent() && value.get().startsWith("$response") && leadsTo(link, operation)) {
                return Optional.of(new IdSource(
                        producer, value.get(), How.LINK, "The document links it by '%s'.".formatted(link.name())));
            }
        }
        return Optional.empty();
    }

    private boolean leadsTo(Link link, Operation operation) {
        return (operation.operationId().isPresent() && link.operationId().equals(operation.operationId()))
                || link.operationRef()
                        .flatMap(document::target)
                        .filter(target -> target.pointer().equals(operation.pointer()))
                        .isPresent();
    }

    private Optional<IdSource> collection(
            Operation producer, Response response, Operation operation, Parameter parameter) {
        if (!producer.requestPath().equals(collectionOf(operation, parameter))) {
            return Optional.empty();
        }
        var names = candidates(operation, parameter);
        return inBody(response, names)
                .map(pointer -> new IdSource(
                        producer,
                        "$response.body#" + pointer,
                        How.COLLECTION,
                        "%s answers with '%s' of the same things."
                                .formatted(producer.key(), Pointers.lastKey(pointer))));
    }

    private Optional<IdSource> sameName(Operation producer, Response response, Parameter parameter) {
        if (COMMON.contains(parameter.name().toLowerCase(Locale.ROOT)) || needs(producer, parameter)) {
            return Optional.empty();
        }
        return inBody(response, List.of(parameter.name()))
                .map(pointer -> new IdSource(
                        producer,
                        "$response.body#" + pointer,
                        How.SAME_NAME,
                        "The answer of %s has a property '%s'.".formatted(producer.key(), parameter.name())));
    }

    private static boolean needs(Operation producer, Parameter parameter) {
        return producer.parametersIn("path").stream().anyMatch(one -> one.name().equals(parameter.name()));
    }

    private static Optional<IdSource> location(
            Operation producer, Response response, Operation operation, Parameter parameter) {
        var creates =
                producer.method().equals("POST") && producer.requestPath().equals(collectionOf(operation, parameter));
        return response.headers().stream()
                .filter(header -> creates && header.name().equalsIgnoreCase("Location"))
                .findFirst()
                .map(header -> new IdSource(
                        producer,
                        "$response.header.Location",
                        How.LOCATION,
                        "%s answers with the address of what it made.".formatted(producer.key())));
    }

    /** The path before the parameter: {@code /orders} for {@code /orders/{orderId}/items}. */
    private static String collectionOf(Operation operation, Parameter parameter) {
        var start = operation.requestPath().indexOf("/{" + parameter.name() + "}");
        return start <= 0 ? "" : operation.requestPath().substring(0, start);
    }

    /** Names the id may have in an answer about the things of the collection, the likeliest first. */
    private static List<String> candidates(Operation operation, Parameter parameter) {
        var names = new LinkedHashSet<String>();
        names.add(parameter.name());
        var collection = collectionOf(operation, parameter);
        var noun = singular(collection.substring(collection.lastIndexOf('/') + 1));
        var rest = parameter.name().toLowerCase(Locale.ROOT).startsWith(noun.toLowerCase(Locale.ROOT))
                ? parameter
                        .name()
                        .substring(Math.min(noun.length(), parameter.name().length()))
                : parameter.name();
        names.add(rest.replaceFirst("^[_-]", "").toLowerCase(Locale.ROOT));
        names.addAll(List.of("id", noun + "Id", noun + "_id", "uuid", "key", "slug", "code"));
        if (parameter.name().toLowerCase(Locale.ROOT).endsWith("name")) {
            names.add("name");
        }
        names.remove("");
        return List.copyOf(names);
    }

    private static String singular(String noun) {
        if (noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        return noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
    }

    private Optional<String> inBody(Response response, List<String> names) {
        var schema = response.preferred()
                .filter(Content::json)
                .flatMap(Content::schema)
                .or(() -> response.contents().stream()
                        .flatMap(content -> content.schema().stream())
                        .findFirst());
        return schema.flatMap(body ->
                names.stream().flatMap(name -> find(body, name, "", 0).stream()).findFirst());
    }

    /** The pointer of a property with this name, looking into envelopes, lists and compositions. */
    private Optional<String> find(Located written, String name, String pointer, int depth) {
        var schema = document.follow(written);
        if (depth > MAX_DEPTH || !schema.node().isObject()) {
            return Optional.empty();
        }
        var properties = schema.at("properties");
        if (properties.node().has(name)) {
            return Optional.of(Pointers.child(pointer, name));
        }
        if (schema.node().has("items")) {
            return find(schema.at("items"), name, Pointers.child(pointer, 0), depth + 1);
        }
        return composed(schema, name, pointer, depth).or(() -> envelope(properties, name, pointer, depth));
    }

    private Optional<String> composed(Located schema, String name, String pointer, int depth) {
        for (var key : List.of("allOf", "anyOf", "oneOf")) {
            for (var index = 0; index < schema.node().path(key).size(); index++) {
                var found = find(schema.at(key).at(index), name, pointer, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Looks one level deeper only where the answer is a wrapper: its property is a list, or its only one. */
    private Optional<String> envelope(Located properties, String name, String pointer, int depth) {
        for (var key : properties.node().propertyNames()) {
            var inner = document.follow(properties.at(key));
            if (inner.node().has("items") || properties.node().size() == 1) {
                var found = find(inner, name, Pointers.child(pointer, key), depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
