package dev.interlock.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.openapi.ContractFinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractCheckTests {
    private static final String JSON = "application/json; charset=utf-8";

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "3.0.3", "3.1.0", "3.2.0"})
    void acceptsAnAnswerThatKeepsTheContract(String version) {
        assertThat(check(version, 200, """
                {"id": 7, "status": "OPEN", "email": "a@b.example", "note": null}""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"status": "OPEN"}               | /id     | present
            {"id": "7", "status": "OPEN"}    | /id     | type integer
            {"id": 7, "status": "LOST"}      | /status | enum
            {"id": 7, "status": null}        | /status |
            {"id": 7, "status": "OPEN", "email": "nobody"} | /email | format email
            {"id": 7, "status": "OPEN", "next": {"id": 1.5, "status": "OPEN"}} | /next/id | type integer
            """)
    void namesThePlaceInEveryVersion(String body, String where, String expected) {
        for (var version : List.of("2.0", "3.0.3", "3.1.0", "3.2.0")) {
            assertThat(check(version, 200, body))
                    .as(version)
                    .isNotEmpty()
                    .allSatisfy(finding -> {
                        assertThat(finding.kind()).isEqualTo(Kind.BODY);
                        assertThat(finding.where()).isEqualTo(where);
                        assertThat(finding.breaking()).isTrue();
                    })
                    .anySatisfy(finding -> assertThat(finding.expected()).startsWith(expected == null ? "" : expected));
        }
    }

    @Test
    void namesAStatusThatIsNotDescribed() {
        assertThat(check("3.0.3", 500, "{}")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.STATUS);
            assertThat(finding.expected()).isEqualTo("200, 4XX");
            assertThat(finding.actual()).isEqualTo("500");
        });
    }

    @Test
    void takesTheRangeWhenTheCodeIsNotDescribed() {
        assertThat(check("3.0.3", 404, "{\"message\": 5}")).singleElement().satisfies(finding -> {
            assertThat(finding.where()).isEqualTo("/message");
        });
    }

    @Test
    void namesAMediaTypeThatIsNotDescribed() {
        var findings = check("3.1.0", 200, Map.of("content-type", List.of("text/html")), "<html>");

        assertThat(findings).extracting(ContractFinding::kind).containsExactly(Kind.CONTENT_TYPE);
    }

    @Test
    void checksHeadersAsTheTypeOfTheirSchema() {
        var document = Fixtures.yaml("""
                openapi: 3.0.0
                info: {title: t, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        200:
                          description: d
                          headers:
                            X-Left: {required: true, schema: {type: integer, maximum: 10}}
                            X-Id: {required: true, schema: {type: string, format: uuid}}
                """);
        var check = new ContractCheck(document);
        var operation = document.operations().getFirst();

        assertThat(check.check(
                        operation,
                        200,
                        Map.of("x-left", List.of("7"), "x-id", List.of("0b6c1b0e-8b1c-4bb0-b6f0-5f3f0f7f8a11")),
                        new byte[0]))
                .isEmpty();
        assertThat(check.check(operation, 200, Map.of("x-left", List.of("70")), new byte[0]))
                .extracting(ContractFinding::kind, ContractFinding::where)
                .containsExactlyInAnyOrder(tuple(Kind.HEADER, "X-Left"), tuple(Kind.HEADER, "X-Id"));
    }

    @Test
    void notesUndocumentedAndWriteOnlyPropertiesWithoutBreaking() {
        var findings = check("3.0.3", 200, """
                {"id": 7, "status": "OPEN", "password": "x", "colour": "red"}""");

        assertThat(findings)
                .extracting(ContractFinding::kind)
                .containsExactlyInAnyOrder(Kind.WRITE_ONLY, Kind.UNDOCUMENTED_PROPERTY);
        assertThat(findings).noneMatch(ContractFinding::breaking);
    }

    @Test
    void asksForABodyThatIsJson() {
        assertThat(check("3.1.0", 200, "{\"id\": ")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.BODY);
            assertThat(finding.message()).contains("Line 1", "Not valid JSON");
        });
        assertThat(check("3.1.0", 200, "")).extracting(ContractFinding::message).containsExactly("The body is empty.");
    }

    @Test
    void saysWhichPatternItCannotRun() {
        var document = withSchema("{type: string, pattern: '^(?=a).*$'}");

        assertThat(answer(document, "\"b\"")).extracting(ContractFinding::kind).containsExactly(Kind.UNKNOWN);
    }

    @Test
    void runsHostilePatternsInLinearTime() {
        var document = withSchema("{type: string, pattern: '^(.*a){20}$'}");

        assertThat(answer(document, "\"" + "a".repeat(5_000) + "b\""))
                .extracting(ContractFinding::where)
                .contains("");
    }

    @Test
    void followsRecursiveAndDynamicReferences() {
        var document = Fixtures.read("swagger-parser--dynamicref-example.yaml");
        var check = new ContractCheck(document);

        var findings = check.check(
                document.operations().getFirst(),
                200,
                Map.of("Content-Type", List.of("application/json")),
                "{\"name\": \"a\", \"children\": [{\"name\": 5}]}".getBytes(StandardCharsets.UTF_8));

        assertThat(findings).extracting(ContractFinding::where).containsExactly("/children/0/name");
    }

    @Test
    void followsReferencesIntoPathsWithBraces() {
        var document = Fixtures.yaml("""
                openapi: 3.0.0
                info: {title: t, version: '1'}
                paths:
                  /a/{id}:
                    get: &get
                      responses:
                        200: {description: d, content: {application/json: {schema: {type: integer}}}}
                  /b:
                    get:
                      responses:
                        200:
                          description: d
                          content:
                            application/json:
                              schema: {$ref: '#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema'}
                """);

        var findings = new ContractCheck(document)
                .check(
                        document.operation("GET /b").orElseThrow(),
                        200,
                        Map.of("content-type", List.of(JSON)),
                        "\"x\"".getBytes(StandardCharsets.UTF_8));

        assertThat(findings).extracting(ContractFinding::expected).containsExactly("type integer");
    }

    @Test
    void allowsNullWhereASharedSchemaIsMadeNullable() {
        var document = withSchema("{nullable: true, allOf: [{$ref: '#/components/schemas/S'}]}");

        assertThat(answer(document, "null")).isEmpty();
        assertThat(answer(document, "5")).isNotEmpty();
    }

    @Test
    void doesNotThrowForReferencesThatLeadNowhere() {
        var document =
                withSchema("{type: object, properties: {a: {$ref: '#/nowhere'}, b: {$ref: 'http://x.example/y'}}}");

        assertThat(answer(document, "{\"a\": 1, \"b\": 2}")).noneMatch(ContractFinding::breaking);
    }

    @Test
    void doesNotThrowForAnyFixture() {
        for (var name : FixtureDocumentsTests.readable()
                .filter(name -> !name.contains("rebilly"))
                .toList()) {
            var document = Fixtures.read(name);
            var check = new ContractCheck(document);
            for (var operation : document.operations().stream().limit(60).toList()) {
                var status = operation
                        .success()
                        .map(one -> one.code().replace('X', '0'))
                        .orElse("200");
                var findings = check.check(
                        operation, Integer.parseInt(status), Map.of("content-type", List.of(JSON)), new byte[] {'[', ']'
                        });
                assertThat(findings)
                        .as("%s %s", name, operation.key())
                        .noneMatch(finding -> finding.message().contains("could not be"));
            }
        }
    }

    @Test
    void mayBeUsedByManyThreads() throws Exception {
        var document = Fixtures.read("realworld--openapi.yml");
        var check = new ContractCheck(document);
        var operation = document.operation("GET /tags").orElseThrow();
        var body = "{\"tags\": [1]}".getBytes(StandardCharsets.UTF_8);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 64)
                    .mapToObj(one -> threads.submit(
                            () -> check.check(operation, 200, Map.of("content-type", List.of(JSON)), body)))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).extracting(ContractFinding::where).containsExactly("/tags/0");
            }
        }
    }

    private static OpenApiDocument withSchema(String schema) {
        return Fixtures.yaml("""
                openapi: 3.0.0
                info: {title: t, version: '1'}
                paths:
                  /a:
                    get:
                      responses:
                        200: {description: d, content: {application/json: {schema: %s}}}
                components: {schemas: {S: {type: string}}}
                """.formatted(schema));
    }

    private static List<ContractFinding> answer(OpenApiDocument document, String body) {
        return new ContractCheck(document)
                .check(
                        document.operations().getFirst(),
                        200,
                        Map.of("Content-Type", List.of(JSON)),
                        body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ContractFinding> check(String version, int status, String body) {
        return check(version, status, Map.of("content-type", List.of(JSON)), body);
    }

    private static List<ContractFinding> check(
            String version, int status, Map<String, List<String>> headers, String body) {
        var document = orders(version);
        return new ContractCheck(document)
                .check(document.operations().getFirst(), status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static OpenApiDocument orders(String version) {
        var older = version.equals("2.0");
        var newer = version.startsWith("3.1") || version.startsWith("3.2");
        var nullable = newer
                ? "{type: [string, 'null']}"
                : older ? "{type: string, x-nullable: true}" : "{type: string, nullable: true}";
        var definitions = older ? "definitions" : "components: {schemas";
        var ref = older ? "#/definitions/" : "#/components/schemas/";
        var order = """
                {Order: {type: object, required: [id, status, password], properties: {
                   id: {type: integer}, status: {type: string, enum: [OPEN, PAID]}, email: {type: string, format: email},
                   note: %s, password: {type: string, writeOnly: true}, next: {$ref: '%sOrder'}}}}""".formatted(nullable, ref);
        var schema = "schema: {$ref: '" + ref + "Order'}";
        var error = "schema: {type: object, properties: {message: {type: string}}}";
        return Fixtures.yaml("""
                %s
                info: {title: Orders, version: '1'}
                %s
                paths:
                  /orders/{id}:
                    parameters: [{name: id, in: path, required: true%s}]
                    get:
                      responses:
                        200: {description: d, %s}
                        4XX: {description: d, %s}
                """.formatted(
                        older ? "swagger: 2.0\nproduces: [application/json]" : "openapi: " + version,
                        definitions + ": " + order + (older ? "" : "}"),
                        older ? ", type: string" : ", schema: {type: string}",
                        older ? schema : "content: {application/json: {" + schema + "}}",
                        older ? error : "content: {application/json: {" + error + "}}"));
    }
}
