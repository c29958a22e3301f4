package dev.interlock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.openapi.InterfaceChange.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InterfaceComparisonTests {

    @ParameterizedTest(name = "{0} -> {1}: {2} {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {type: string}                      | {type: integer}                       | TYPE_CHANGED    | BREAKING     | BREAKING
        {type: integer}                     | {type: number}                        | TYPE_CHANGED    | NON_BREAKING | BREAKING
        {type: number}                      | {type: integer}                       | TYPE_CHANGED    | BREAKING     | NON_BREAKING
        {type: string, enum: [a, b]}        | {type: string, enum: [a]}             | ENUM_NARROWED   | BREAKING     | NON_BREAKING
        {type: string, enum: [a]}           | {type: string, enum: [a, b]}          | ENUM_WIDENED    | NON_BREAKING | BREAKING
        {const: a}                          | {enum: [a, b]}                        | ENUM_WIDENED    | NON_BREAKING | BREAKING
        {properties: {a: {type: string}}}   | {properties: {}}                      | PROPERTY_REMOVED | NON_BREAKING | BREAKING
        {properties: {}}                    | {properties: {a: {type: string}}}     | PROPERTY_ADDED  | NON_BREAKING | NON_BREAKING
        {properties: {}}                    | {properties: {a: {}}, required: [a]}  | REQUIRED_ADDED  | BREAKING     |
        {properties: {a: {}}}               | {properties: {a: {}}, required: [a]}  | REQUIRED_ADDED  | BREAKING     | NON_BREAKING
        {properties: {a: {}}, required: [a]} | {properties: {a: {}}}                | REQUIRED_REMOVED | NON_BREAKING | BREAKING
        {type: string}                      | {type: [string, 'null']}              | NULL_ALLOWED    | NON_BREAKING | BREAKING
        {type: [string, 'null']}            | {type: string}                        | NULL_FORBIDDEN  | BREAKING     | NON_BREAKING
        {type: string}                      | {anyOf: [{type: string}, {type: 'null'}]} | NULL_ALLOWED | NON_BREAKING | BREAKING
        {type: string}                      | {type: string, format: uuid}          | FORMAT_CHANGED  | BREAKING     | NON_BREAKING
        {type: string, format: date}        | {type: string, format: date-time}     | FORMAT_CHANGED  | BREAKING     | BREAKING
        {type: integer, format: int32}      | {type: integer, format: int64}        | FORMAT_CHANGED  | NON_BREAKING | BREAKING
        {type: integer, maximum: 9}         | {type: integer, maximum: 5}           | BOUND_TIGHTENED | BREAKING     | NON_BREAKING
        {type: string, minLength: 3}        | {type: string, minLength: 1}          | BOUND_LOOSENED  | NON_BREAKING | BREAKING
        {type: string, pattern: a}          | {type: string, pattern: b}            | NOT_JUDGED      | UNKNOWN      | UNKNOWN
        {type: string, pattern: a}          | {type: string}                        | PATTERN_CHANGED | NON_BREAKING | BREAKING
        {oneOf: [{title: A}, {title: B}]}   | {oneOf: [{title: A}, {title: B}, {title: C}]} | ALTERNATIVE_ADDED | NON_BREAKING | BREAKING
        {oneOf: [{title: A}, {title: B}, {title: C}]} | {oneOf: [{title: A}, {title: B}]} | ALTERNATIVE_REMOVED | BREAKING | NON_BREAKING
        {type: object}                      | {type: object, additionalProperties: false} | ADDITIONAL_PROPERTIES | BREAKING | NON_BREAKING
        {type: string}                      | {type: string, not: {const: a}}       | NOT_JUDGED      | UNKNOWN      | UNKNOWN
        {type: string}                      | {$ref: '#/nowhere'}                   | NOT_JUDGED      | UNKNOWN      | UNKNOWN
        {items: {properties: {a: {}}}}      | {items: {properties: {}}}             | PROPERTY_REMOVED | NON_BREAKING | BREAKING
        {allOf: [{properties: {a: {}}}]}    | {properties: {b: {}}}                 | PROPERTY_REMOVED | NON_BREAKING | BREAKING
        """)
    void judgesSchemasByDirection(String then, String now, Rule rule, ChangeClass request, ChangeClass response) {
        for (var version : new String[] {"3.1.0", "3.2.0"}) {
            assertRule(InterfaceComparison.compare(request(version, then), request(version, now)), rule, request);
            if (response != null) {
                assertRule(
                        InterfaceComparison.compare(response(version, then), response(version, now)), rule, response);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        get: {responses: {200: {description: d}}} | post: {responses: {200: {description: d}}} | OPERATION_REMOVED | BREAKING
        get: {responses: {200: {description: d}}} | get: {deprecated: true, responses: {200: {description: d}}} | OPERATION_DEPRECATED | INFO
        get: {responses: {200: {description: d}}} | get: {parameters: [{name: q, in: query, required: true, schema: {}}], responses: {200: {description: d}}} | PARAMETER_ADDED | BREAKING
        get: {responses: {200: {description: d}}} | get: {parameters: [{name: q, in: query, schema: {}}], responses: {200: {description: d}}} | PARAMETER_ADDED | NON_BREAKING
        get: {responses: {200: {description: d}}} | get: {requestBody: {required: true, content: {}}, responses: {200: {description: d}}} | BODY_ADDED | BREAKING
        get: {responses: {200: {description: d}, 404: {description: d}}} | get: {responses: {200: {description: d}}} | STATUS_REMOVED | NON_BREAKING
        get: {responses: {200: {description: d}}} | get: {responses: {201: {description: d}}} | STATUS_REMOVED | BREAKING
        get: {responses: {200: {description: d, content: {text/csv: {}, text/plain: {}}}}} | get: {responses: {200: {description: d, content: {text/csv: {}}}}} | MEDIA_TYPE_REMOVED | BREAKING
        get: {responses: {200: {description: d}}} | get: {security: [{k: []}], responses: {200: {description: d}}} | SECURITY_CHANGED | BREAKING
        get: {security: [{k: []}], responses: {200: {description: d}}} | get: {security: [{}, {k: []}], responses: {200: {description: d}}} | SECURITY_CHANGED | NON_BREAKING
        get: {responses: {200: {description: d, headers: {X: {required: true, schema: {}}}}}} | get: {responses: {200: {description: d}}} | HEADER_REMOVED | BREAKING
        """)
    void judgesOperations(String then, String now, Rule rule, ChangeClass severity) {
        for (var version : new String[] {"3.0.3", "3.1.0", "3.2.0"}) {
            assertRule(InterfaceComparison.compare(path(version, then), path(version, now)), rule, severity);
        }
    }

    @Test
    void knowsBothSpellingsOfNull() {
        var older = response("3.0.3", "{type: string, nullable: true}");
        var newer = response("3.1.0", "{type: [string, 'null']}");

        var comparison = InterfaceComparison.compare(older, newer);

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.changeClass()).isEqualTo(ChangeClass.NONE);
    }

    @Test
    void countsAddedRemovedAndChangedOperations() {
        var before = path(
                "3.1.0", "get: {responses: {200: {description: d}}}\n    put: {responses: {200: {description: d}}}");
        var after = path(
                "3.1.0", "get: {responses: {201: {description: d}}}\n    post: {responses: {200: {description: d}}}");

        var comparison = InterfaceComparison.compare(before, after);

        assertThat(comparison.added()).extracting(OperationSummary::key).containsExactly("POST /a");
        assertThat(comparison.removed()).extracting(OperationSummary::key).containsExactly("PUT /a");
        assertThat(comparison.changed()).extracting(OperationSummary::key).containsExactly("GET /a");
        assertThat(comparison.of("GET /a")).isEqualTo(ChangeClass.BREAKING);
        assertThat(comparison.of("POST /a")).isEqualTo(ChangeClass.NON_BREAKING);
    }

    @Test
    void leavesTextsAndExamplesOut() {
        var before = response("3.1.0", "{type: string, description: one, example: a}");
        var after = response("3.1.0", "{type: string, description: two, example: b}");

        var comparison = InterfaceComparison.compare(before, after);

        assertThat(comparison.changeClass()).isEqualTo(ChangeClass.NONE);
        assertThat(comparison.changed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.interlock.openapi.FixtureDocumentsTests#readable")
    void findsNoChangeBetweenADocumentAndItself(String name) {
        var document = Fixtures.read(name);

        var comparison = InterfaceComparison.compare(document, OpenApiDocument.read("again.json", document.toJson()));

        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.changeClass()).isEqualTo(ChangeClass.NONE);
    }

    @Test
    void comparesTwoVersionsOfOneServiceMadeByOthers() {
        var comparison = InterfaceComparison.compare(
                Fixtures.read("realworld--swagger.json"), Fixtures.read("realworld--openapi.yml"));

        assertThat(comparison.removed()).isEmpty();
        assertThat(comparison.changes()).isNotEmpty();
    }

    private static void assertRule(InterfaceComparison comparison, Rule rule, ChangeClass severity) {
        assertThat(comparison.changes()).anySatisfy(change -> {
            assertThat(change.rule()).isEqualTo(rule);
            assertThat(change.severity()).isEqualTo(severity);
            assertThat(change.sentence()).endsWith(".");
        });
        assertThat(comparison.changeClass()).isGreaterThanOrEqualTo(severity);
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
                        .formatted(schema));
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
