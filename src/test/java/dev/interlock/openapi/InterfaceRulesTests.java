package dev.interlock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every rule in every direction, both ways: from the first document to the second and back. */
class InterfaceRulesTests {
    private static final String OK = "responses: {200: {description: d}}";
    private static final Set<Rule> BOTH_DIRECTIONS = EnumSet.range(Rule.TYPE_CHANGED, Rule.ADDITIONAL_PROPERTIES);

    /**
     * A pair of schemas; letters are the severity in a request and in a response: B breaking, N non-breaking, U unknown, I
     * info, - not found.
     */
    private static final List<String> SCHEMAS = """
        {type: string} ! {type: integer} ! TYPE_CHANGED BB ! TYPE_CHANGED BB
        {type: integer} ! {type: number} ! TYPE_CHANGED NB ! TYPE_CHANGED BN
        {type: [string, integer]} ! {type: string} ! TYPE_CHANGED BN ! TYPE_CHANGED NB
        {type: string, enum: [a, b]} ! {type: string, enum: [a]} ! ENUM_NARROWED BN ! ENUM_WIDENED NB
        {const: a} ! {enum: [a, b]} ! ENUM_WIDENED NB ! ENUM_NARROWED BN
        {type: string} ! {type: string, enum: [a]} ! ENUM_NARROWED BN ! ENUM_WIDENED NB
        {properties: {a: {type: string}}} ! {properties: {}} ! PROPERTY_REMOVED NB ! PROPERTY_ADDED NN
        {properties: {a: {type: string}}, additionalProperties: false} ! {additionalProperties: false} ! PROPERTY_REMOVED BB ! PROPERTY_ADDED NN
        {properties: {a: {}}} ! {properties: {a: {}}, required: [a]} ! REQUIRED_ADDED BN ! REQUIRED_REMOVED NB
        {type: object} ! {type: object, required: [a]} ! REQUIRED_ADDED BN ! REQUIRED_REMOVED NB
        {properties: {a: {}}} ! {properties: {a: {readOnly: true}}} ! PROPERTY_REMOVED N- ! PROPERTY_ADDED N-
        {properties: {a: {}}} ! {properties: {a: {writeOnly: true}}} ! PROPERTY_REMOVED -B ! PROPERTY_ADDED -N
        {type: string} ! {type: [string, 'null']} ! NULL_ALLOWED NB ! NULL_FORBIDDEN BN
        {type: string} ! {anyOf: [{type: string}, {type: 'null'}]} ! NULL_ALLOWED NB ! NULL_FORBIDDEN BN
        {type: string} ! {type: string, format: uuid} ! FORMAT_CHANGED BN ! FORMAT_CHANGED NB
        {type: integer, format: int32} ! {type: integer, format: int64} ! FORMAT_CHANGED NB ! FORMAT_CHANGED BN
        {type: string, format: date} ! {type: string, format: date-time} ! FORMAT_CHANGED BB ! FORMAT_CHANGED BB
        {type: integer, maximum: 9} ! {type: integer, maximum: 5} ! BOUND_TIGHTENED BN ! BOUND_LOOSENED NB
        {type: number, minimum: 5} ! {type: number, exclusiveMinimum: 5} ! BOUND_TIGHTENED BN ! BOUND_LOOSENED NB
        {type: string, minLength: 3} ! {type: string, minLength: 1} ! BOUND_LOOSENED NB ! BOUND_TIGHTENED BN
        {allOf: [{maximum: 5}, {maximum: 7}]} ! {maximum: 6} ! BOUND_LOOSENED NB ! BOUND_TIGHTENED BN
        {type: string, pattern: a} ! {type: string} ! PATTERN_CHANGED NB ! PATTERN_CHANGED BN
        {type: string, pattern: a} ! {type: string, pattern: b} ! NOT_JUDGED UU ! NOT_JUDGED UU
        {type: array} ! {type: array, uniqueItems: true} ! UNIQUE_ITEMS BN ! UNIQUE_ITEMS NB
        {type: integer, multipleOf: 5} ! {type: integer, multipleOf: 10} ! MULTIPLE_CHANGED BN ! MULTIPLE_CHANGED NB
        {type: integer, multipleOf: 5} ! {type: integer, multipleOf: 7} ! MULTIPLE_CHANGED BB ! MULTIPLE_CHANGED BB
        {type: integer, default: 1} ! {type: integer, default: 2} ! DEFAULT_CHANGED NI ! DEFAULT_CHANGED NI
        {type: string} ! {type: string, deprecated: true} ! PROPERTY_DEPRECATED II ! -
        {discriminator: {propertyName: a}} ! {discriminator: {propertyName: b}} ! DISCRIMINATOR_CHANGED BB ! DISCRIMINATOR_CHANGED BB
        {oneOf: [{title: A}, {title: B}]} ! {oneOf: [{title: A}, {title: B}, {title: C}]} ! ALTERNATIVE_ADDED NB ! ALTERNATIVE_REMOVED BN
        {title: A, type: object} ! {oneOf: [{title: A, type: object}, {title: B, type: array}]} ! ALTERNATIVE_ADDED NB ! ALTERNATIVE_REMOVED BN
        {type: object} ! {type: object, additionalProperties: false} ! ADDITIONAL_PROPERTIES BN ! ADDITIONAL_PROPERTIES NN
        {type: string} ! {type: string, not: {const: a}} ! NOT_JUDGED UU ! NOT_JUDGED UU
        {type: object} ! {type: object, xml: {name: a}} ! NOT_JUDGED UU ! NOT_JUDGED UU
        {type: array, prefixItems: [{type: string}]} ! {type: array, prefixItems: [{type: integer}]} ! NOT_JUDGED UU ! NOT_JUDGED UU
        {type: string} ! {$ref: '#/nowhere'} ! NOT_JUDGED UU ! NOT_JUDGED UU
        {items: {properties: {a: {}}}} ! {items: {properties: {}}} ! PROPERTY_REMOVED NB ! PROPERTY_ADDED NN
        {allOf: [{properties: {a: {type: string}}}, {properties: {a: {maxLength: 5}}}]} ! {properties: {a: {type: string}}} ! BOUND_LOOSENED NB ! BOUND_TIGHTENED BN
        """.lines().toList();

    /** A pair of operations: rule, direction and severity there and back. */
    private static final List<String> OPERATIONS = """
        get: {OK} ! post: {OK} ! OPERATION_REMOVED NEITHER B ! OPERATION_REMOVED NEITHER B
        get: {OK} ! post: {OK} ! OPERATION_ADDED NEITHER N ! OPERATION_ADDED NEITHER N
        get: {OK} ! get: {deprecated: true, OK} ! OPERATION_DEPRECATED NEITHER I ! -
        get: {operationId: a, OK} ! get: {operationId: b, OK} ! OPERATION_ID_CHANGED NEITHER I ! OPERATION_ID_CHANGED NEITHER I
        get: {OK} ! get: {servers: [{url: /b}], OK} ! SERVERS_CHANGED NEITHER I ! SERVERS_CHANGED NEITHER I
        get: {responses: {200: {description: d}}} ! get: {responses: {200: {description: d, links: {next: {operationId: a}}}}} ! LINK_ADDED RESPONSE I ! LINK_REMOVED RESPONSE I
        get: {parameters: [{name: q, in: query, schema: {}}], OK} ! get: {parameters: [{name: q, in: query, deprecated: true, schema: {}}], OK} ! PARAMETER_DEPRECATED REQUEST I ! -
        get: {OK} ! get: {parameters: [{name: q, in: query, required: true, schema: {}}], OK} ! PARAMETER_ADDED REQUEST B ! PARAMETER_REMOVED REQUEST N
        get: {OK} ! get: {parameters: [{name: q, in: query, schema: {}}], OK} ! PARAMETER_ADDED REQUEST N ! PARAMETER_REMOVED REQUEST N
        get: {parameters: [{name: q, in: query, schema: {}}], OK} ! get: {parameters: [{name: q, in: query, required: true, schema: {}}], OK} ! PARAMETER_REQUIRED REQUEST B ! PARAMETER_REQUIRED REQUEST N
        get: {parameters: [{name: q, in: query, schema: {type: array}}], OK} ! get: {parameters: [{name: q, in: query, explode: false, schema: {type: array}}], OK} ! PARAMETER_STYLE REQUEST B ! PARAMETER_STYLE REQUEST B
        get: {parameters: [{name: q, in: query, schema: {type: string}}], OK} ! get: {parameters: [{name: q, in: query, schema: {type: integer}}], OK} ! TYPE_CHANGED REQUEST B ! TYPE_CHANGED REQUEST B
        post: {OK} ! post: {requestBody: {required: true, content: {}}, OK} ! BODY_ADDED REQUEST B ! BODY_REMOVED REQUEST B
        post: {OK} ! post: {requestBody: {content: {}}, OK} ! BODY_ADDED REQUEST N ! BODY_REMOVED REQUEST B
        post: {requestBody: {content: {}}, OK} ! post: {requestBody: {required: true, content: {}}, OK} ! BODY_REQUIRED REQUEST B ! BODY_REQUIRED REQUEST N
        post: {requestBody: {content: {text/csv: {}}}, OK} ! post: {requestBody: {content: {text/csv: {}, text/plain: {}}}, OK} ! MEDIA_TYPE_ADDED REQUEST N ! MEDIA_TYPE_REMOVED REQUEST B
        get: {responses: {200: {description: d, content: {text/csv: {}, text/plain: {}}}}} ! get: {responses: {200: {description: d, content: {text/csv: {}}}}} ! MEDIA_TYPE_REMOVED RESPONSE B ! MEDIA_TYPE_ADDED RESPONSE N
        post: {requestBody: {content: {text/csv: {}}}, OK} ! post: {requestBody: {content: {text/csv: {schema: {type: string}}}}, OK} ! SCHEMA_ADDED REQUEST B ! SCHEMA_REMOVED REQUEST N
        get: {responses: {200: {description: d, content: {text/csv: {}}}}} ! get: {responses: {200: {description: d, content: {text/csv: {schema: {type: string}}}}}} ! SCHEMA_ADDED RESPONSE N ! SCHEMA_REMOVED RESPONSE B
        post: {requestBody: {content: {multipart/form-data: {}}}, OK} ! post: {requestBody: {content: {multipart/form-data: {encoding: {a: {contentType: image/png}}}}}, OK} ! NOT_JUDGED REQUEST U ! NOT_JUDGED REQUEST U
        get: {OK} ! get: {responses: {200: {description: d}, 404: {description: d}}} ! STATUS_ADDED RESPONSE N ! STATUS_REMOVED RESPONSE N
        get: {OK} ! get: {responses: {201: {description: d}}} ! STATUS_REMOVED RESPONSE B ! STATUS_REMOVED RESPONSE B
        get: {OK} ! get: {responses: {200: {description: d, headers: {X: {required: true, schema: {}}}}}} ! HEADER_ADDED RESPONSE N ! HEADER_REMOVED RESPONSE B
        get: {OK} ! get: {responses: {200: {description: d, headers: {X: {schema: {}}}}}} ! HEADER_ADDED RESPONSE N ! HEADER_REMOVED RESPONSE N
        get: {OK} ! get: {security: [{k: []}], OK} ! SECURITY_CHANGED REQUEST B ! SECURITY_CHANGED REQUEST N
        get: {security: [{k: [read]}], OK} ! get: {security: [{k: [read, write]}], OK} ! SECURITY_CHANGED REQUEST B ! SECURITY_CHANGED REQUEST N
        post: {callbacks: {paid: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, OK}}}}, OK} ! post: {callbacks: {paid: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: [string, integer]}}}}, OK}}}}, OK} ! TYPE_CHANGED RESPONSE B ! TYPE_CHANGED RESPONSE N
        post: {callbacks: {paid: {'{$url}': {post: {OK}}}}, OK} ! post: {OK} ! OPERATION_REMOVED NEITHER B ! OPERATION_ADDED NEITHER N
        """.replace("OK", OK).lines().toList();

    static Stream<String> schemas() {
        return SCHEMAS.stream();
    }

    static Stream<String> operations() {
        return OPERATIONS.stream();
    }

    static Stream<String> readable() {
        return FixtureDocumentsTests.readable();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void judgesASchemaByDirectionBothWays(String row) {
        var cells = row.split(" ! ");
        for (var version : List.of("3.1.0", "3.2.0")) {
            schema(version, cells[0], cells[1], cells[2]);
            schema(version, cells[1], cells[0], cells[3]);
        }
    }

    private static void schema(String version, String then, String now, String expected) {
        if (!expected.equals("-")) {
            var rule = Rule.valueOf(expected.split(" ")[0]);
            var severities = expected.split(" ")[1];
            holds(request(version, then), request(version, now), rule, Direction.REQUEST, severities.charAt(0));
            holds(response(version, then), response(version, now), rule, Direction.RESPONSE, severities.charAt(1));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void judgesAnOperationBothWays(String row) {
        var cells = row.split(" ! ");
        for (var version : List.of("3.1.0", "3.2.0")) {
            operation(version, cells[0], cells[1], cells[2]);
            operation(version, cells[1], cells[0], cells[3]);
        }
    }

    private static void operation(String version, String then, String now, String expected) {
        if (!expected.equals("-")) {
            var parts = expected.split(" ");
            holds(
                    path(version, then),
                    path(version, now),
                    Rule.valueOf(parts[0]),
                    Direction.valueOf(parts[1]),
                    parts[2].charAt(0));
        }
    }

    private static void holds(
            OpenApiDocument then, OpenApiDocument now, Rule rule, Direction direction, char severity) {
        var comparison = InterfaceComparison.compare(then, now);
        if (severity == '-') {
            assertThat(comparison.changes()).isEmpty();
            return;
        }
        assertThat(comparison.changes()).anySatisfy(change -> {
            assertThat(change.rule()).isEqualTo(rule);
            assertThat(change.direction()).isEqualTo(direction);
            assertThat(change.severity().name()).startsWith(String.valueOf(severity));
            assertThat(change.sentence()).endsWith(".").doesNotContain("null)");
        });
    }

    @Test
    void hasAPairForEveryRuleAndDirection() {
        var seen = new EnumMap<Rule, Set<Direction>>(Rule.class);
        SCHEMAS.forEach(row -> collect(seen, row, InterfaceRulesTests::request, InterfaceRulesTests::response));
        OPERATIONS.forEach(row -> collect(seen, row, InterfaceRulesTests::path, InterfaceRulesTests::path));
        note(seen, documents().getFirst(), documents().getLast());
        note(seen, documents().getLast(), documents().getFirst());

        assertThat(seen.keySet()).containsAll(EnumSet.allOf(Rule.class));
        BOTH_DIRECTIONS.forEach(rule -> assertThat(seen.getOrDefault(rule, Set.of()))
                .as(rule.name())
                .contains(Direction.REQUEST, Direction.RESPONSE));
        assertThat(Rule.values()).hasSizeGreaterThanOrEqualTo(25);
    }

    private interface Maker {
        OpenApiDocument make(String version, String text);
    }

    private static void collect(Map<Rule, Set<Direction>> seen, String row, Maker one, Maker other) {
        var cells = row.split(" ! ");
        for (var maker : List.of(one, other)) {
            note(seen, maker.make("3.1.0", cells[0]), maker.make("3.1.0", cells[1]));
            note(seen, maker.make("3.1.0", cells[1]), maker.make("3.1.0", cells[0]));
        }
    }

    private static void note(Map<Rule, Set<Direction>> seen, OpenApiDocument then, OpenApiDocument now) {
        InterfaceComparison.compare(then, now)
                .changes()
                .forEach(change -> seen.computeIfAbsent(change.rule(), rule -> EnumSet.noneOf(Direction.class))
                        .add(change.direction()));
    }

    /** Two documents that differ in what no single operation says. */
    private static List<OpenApiDocument> documents() {
        return List.of(Fixtures.yaml("""
            openapi: 3.1.0
            info: {title: t, version: '1'}
            security: [{k: []}]
            components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}}
            paths:
              /gone: {get: {responses: {200: {description: d}}}}
              /a/{id}:
                get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {200: {description: d}}}
            webhooks:
              paid: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {200: {description: d}}}}
            """), Fixtures.yaml("""
                    openapi: 3.1.0
                    info: {title: t, version: '1'}
                    security: [{k: []}]
                    components: {securitySchemes: {k: {type: apiKey, in: query, name: key}}}
                    paths:
                      /a/{key}:
                        get: {parameters: [{name: key, in: path, required: true, schema: {type: string}}], responses: {200: {description: d}}}
                    webhooks:
                      paid: {post: {requestBody: {content: {application/json: {schema: {type: string, enum: [a]}}}}, responses: {200: {description: d}}}}
                    """));
    }

    @Test
    void judgesTheWholeDocument() {
        var comparison =
                InterfaceComparison.compare(documents().getFirst(), documents().getLast());

        assertThat(comparison.changes())
                .extracting(change -> change.operation() + " " + change.rule() + " " + change.severity())
                .containsExactlyInAnyOrder(
                        "GET /gone OPERATION_REMOVED BREAKING",
                        " PATH_REMOVED BREAKING",
                        "GET /a/{key} PATH_PARAMETER_RENAMED INFO",
                        "GET /a/{key} SECURITY_SCHEME_CHANGED BREAKING",
                        "webhook POST paid ENUM_NARROWED NON_BREAKING");
        assertThat(InterfaceComparison.compare(
                                documents().getLast(), documents().getFirst())
                        .changes())
                .anyMatch(change -> change.operation().equals("webhook POST paid")
                        && change.rule() == Rule.ENUM_WIDENED
                        && change.severity() == ChangeClass.BREAKING);
    }

    @Test
    void callsADocumentItCannotReadUnknown() {
        var comparison = InterfaceComparison.unknown("The earlier revision could not be read.");

        assertThat(comparison.changeClass()).isEqualTo(ChangeClass.UNKNOWN);
        assertThat(comparison.changes()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void findsNoChangeInTheNewerSpellingOfADocument(String name) {
        var document = Fixtures.read(name);
        if (document.version() == OpenApiVersion.V3_0) {
            var rewritten = document.tree();
            rewrite(rewritten);
            var newer = OpenApiDocument.read(
                    "newer.json", rewritten.put("openapi", "3.1.0").toString());

            assertThat(judged(document, newer)).isEmpty();
            assertThat(judged(newer, document)).isEmpty();
        }
    }

    /** The first few changes; documents with references that lead nowhere are UNKNOWN as a whole. */
    private static List<InterfaceChange> judged(OpenApiDocument then, OpenApiDocument now) {
        var dangling =
                then.findings().stream().anyMatch(finding -> finding.problem().startsWith("The reference "));
        return InterfaceComparison.compare(then, now).changes().stream()
                .filter(change -> !dangling || change.rule() != Rule.NOT_JUDGED)
                .limit(5)
                .toList();
    }

    @Test
    void findsNoChangeInTheNewerSpellingOfEveryWordThatChanged() {
        var older = response("3.0.3", """
            {type: object, properties: {a: {type: string, nullable: true}, b: {type: number, minimum: 1, exclusiveMinimum: true},
             c: {type: string, format: byte}, d: {type: string, format: binary}, e: {type: string, enum: [x, null], nullable: true},
             f: {nullable: true, allOf: [{type: object, properties: {g: {type: string}}}]}, h: {type: string, enum: [only]}}}\
            """);
        var newer = response("3.1.0", """
            {type: object, properties: {a: {type: [string, 'null']}, b: {type: number, exclusiveMinimum: 1},
             c: {type: string, contentEncoding: base64}, d: {contentMediaType: application/octet-stream}, e: {type: [string, 'null'], enum: [x, null]},
             f: {anyOf: [{type: object, properties: {g: {type: string}}}, {type: 'null'}]}, h: {type: string, const: only}}}\
            """);

        var forth = InterfaceComparison.compare(older, newer);
        var back = InterfaceComparison.compare(newer, older);

        assertThat(forth.changes()).isEmpty();
        assertThat(back.changes()).isEmpty();
    }

    /** The words 3.1 says differently; everything else stays. */
    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            exclusive(object, "exclusiveMinimum", "minimum");
            exclusive(object, "exclusiveMaximum", "maximum");
            if (object.path("format").asString("").equals("byte")) {
                object.remove("format");
                object.put("contentEncoding", "base64");
            }
            if (object.path("nullable").isBoolean()) {
                nullable(object);
            }
        }
        node.forEach(InterfaceRulesTests::rewrite);
    }

    private static void exclusive(ObjectNode schema, String flag, String bound) {
        if (schema.path(flag).isBoolean()) {
            var exclusive = schema.path(flag).booleanValue();
            schema.remove(flag);
            if (exclusive && schema.path(bound).isNumber()) {
                schema.set(flag, schema.path(bound));
                schema.remove(bound);
            }
        }
    }

    /** Without a type the word says nothing in either version. */
    private static void nullable(ObjectNode schema) {
        var yes = schema.path("nullable").booleanValue();
        if (!yes) {
            schema.remove("nullable");
        } else if (schema.path("type").isString()) {
            schema.remove("nullable");
            var type = schema.path("type").stringValue();
            schema.putArray("type").add(type).add("null");
        } else if (schema.has("allOf")) {
            schema.remove("nullable");
            var all = new ArrayList<JsonNode>();
            schema.path("allOf").forEach(all::add);
            schema.remove("allOf");
            var either = schema.putArray("anyOf");
            either.addObject().putArray("allOf").addAll(all);
            either.addObject().put("type", "null");
        }
    }

    private static OpenApiDocument request(String version, String schema) {
        return path(
                version,
                "post: {requestBody: {content: {application/json: {schema: %s}}}, responses: {200: {description: d}}}"
                        .formatted(schema));
    }

    private static OpenApiDocument response(String version, String schema) {
        return path(
                version,
                "get: {responses: {200: {description: d, content: {application/json: {schema: %s}}}}}"
                        .formatted(schema.replace("\n", " ")));
    }

    private static OpenApiDocument path(String version, String operations) {
        return Fixtures.yaml("""
            openapi: %s
            info: {title: t, version: '1'}
            paths:
              /a:
                %s
            """.formatted(version, operations));
    }
}
