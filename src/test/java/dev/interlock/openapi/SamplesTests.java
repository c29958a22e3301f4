package dev.interlock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {type: string, example: Ada, default: Bob}     | "Ada"        | true
            {type: string, examples: [Eve]}                | "Eve"        | true
            {type: string, enum: [RED, BLUE]}              | "RED"        | true
            {const: 7}                                     | 7            | true
            {type: integer, default: 20}                   | 20           | true
            {type: integer, minimum: 5}                    | 5            | false
            {type: integer, exclusiveMinimum: 5}           | 6            | false
            {type: integer, maximum: -3}                   | -3           | false
            {type: integer, multipleOf: 4, minimum: 6}     | 8            | false
            {type: string, minLength: 8}                   | "samplexx"   | false
            {type: string, maxLength: 2}                   | "sa"         | false
            {type: string, format: date}                   | "2026-01-15" | false
            {type: string, pattern: '^[A-Z]{3}$'}          | "ABC"        | false
            {type: [string, 'null'], format: ipv4}         | "192.0.2.1"  | false
            {type: array, items: {type: boolean}}          | [true]       | false
            {type: object, required: [a], properties: {a: {type: integer}, b: {type: integer}}} | {"a":1} | false
            {type: object, properties: {a: {type: integer, readOnly: true}, b: {enum: [x]}}}   | {"b":"x"} | true
            {allOf: [{properties: {a: {const: 1}}}, {properties: {b: {const: 2}}}]}            | {"a":1,"b":2} | true
            {oneOf: [{type: 'null'}, {type: integer}]}     | 1            | false
            """)
    void makesTheSameFittingValueEachTime(String schema, String value, boolean fromExample) {
        var document = body(schema);

        var sample = new Samples(document)
                .of(document.operations().getFirst().requestBody().orElseThrow())
                .orElseThrow();

        assertThat(sample.value().toString()).isEqualTo(value);
        assertThat(sample.fromExample()).isEqualTo(fromExample);
    }

    @Test
    void cutsCircles() {
        var document = Fixtures.yaml("""
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths: {}
                components:
                  schemas:
                    Node: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Node'}}}
                """);

        var sample = new Samples(document)
                .ofSchema(new Located(
                        "/components/schemas/Node",
                        document.at("/components/schemas/Node").orElseThrow()));

        assertThat(sample.value().toString()).isEqualTo("{\"next\":{}}");
    }

    @ParameterizedTest
    @MethodSource("dev.interlock.openapi.FixtureDocumentsTests#readable")
    void makesAValueForEveryPartOfEveryFixture(String name) {
        var document = Fixtures.read(name);
        var samples = new Samples(document);

        for (var operation : document.operations()) {
            assertThat(operation.parameters())
                    .allMatch(parameter -> samples.of(parameter).value() != null);
            operation
                    .requestBody()
                    .ifPresent(body -> assertThat(samples.of(body).isPresent())
                            .isEqualTo(!body.contents().isEmpty()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "learn.openapis.org--link-example.json, getRepositoriesByOwner, username, getUserByName, LINK, $response.body#/username",
        "realworld--openapi.yml, GetArticle, slug, GetArticles, COLLECTION, $response.body#/articles/0/slug",
        "swagger-parser--petstore-codegen.yaml, getOrderById, orderId, placeOrder, COLLECTION, $response.body#/id",
        "arazzo-engine--spotify.openapi.yaml, get-playlist, playlist_id, , , "
    })
    void findsWhereIdsComeFrom(
            String name, String operationId, String parameter, String producer, IdSource.How how, String expression) {
        var document = Fixtures.read(name);
        var operation = document.operationById(operationId).orElseThrow();
        var needed = operation.parametersIn("path").stream()
                .filter(one -> one.name().equals(parameter))
                .findFirst()
                .orElseThrow();

        var sources = new IdSources(document).of(operation, needed);

        if (producer == null) {
            assertThat(sources).extracting(IdSource::how).doesNotContain(IdSource.How.LINK);
        } else {
            assertThat(sources.getFirst().producer().operationId()).contains(producer);
            assertThat(sources.getFirst().how()).isEqualTo(how);
            assertThat(sources.getFirst().expression()).isEqualTo(expression);
        }
    }

    @Test
    void putsReadingOperationsFirst() {
        var document = Fixtures.read("realworld--openapi.yml");
        var operation = document.operationById("GetArticle").orElseThrow();

        var sources = new IdSources(document)
                .of(operation, operation.parametersIn("path").getFirst());

        assertThat(sources).extracting(source -> source.producer().key()).startsWith("GET /articles");
        assertThat(sources).extracting(source -> source.producer().method()).contains("POST");
    }

    private static OpenApiDocument body(String schema) {
        return Fixtures.yaml("""
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths:
                  /a:
                    post:
                      requestBody: {content: {application/json: {schema: %s}}}
                      responses: {200: {description: d}}
                """.formatted(schema));
    }

    @Test
    void writesListsAsTextForParameters() {
        var document = body("{type: array, minItems: 2, items: {type: integer}}");
        var body = document.operations().getFirst().requestBody().orElseThrow();

        assertThat(List.of(new Samples(document).of(body).orElseThrow().text())).containsExactly("1,1");
    }
}
