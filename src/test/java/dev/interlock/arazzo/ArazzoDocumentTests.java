package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ArazzoDocumentTests {
    private static final String HEAD = """
            arazzo: 1.1.0
            info: {title: Shop, version: "1"}
            sourceDescriptions:
              - {name: orders, url: orders.yaml, type: openapi}
            workflows:
              - workflowId: buy
            """;

    private static List<DocumentFinding> findings(String workflow) {
        return ArazzoDocument.inspect(HEAD + workflow.indent(4)).findings();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steps: [{stepId: a, operationId: x, parameters: [{name: i, in: path, value: $steps.b.outputs.id}]}] | not in this workflow
            steps: [{stepId: a, operationId: x, parameters: [{name: i, in: path, value: $steps.b.outputs.id}]}, {stepId: b, operationId: y, outputs: {id: $response.body#/id}}] | before the step "b" has run
            steps: [{stepId: a, operationId: x}, {stepId: b, operationId: y, requestBody: {payload: {o: $steps.a.outputs.id}}}] | does not have
            steps: [{stepId: a, operationId: x, successCriteria: [{condition: "$statusCode = 200"}]}] | not well formed
            steps: [{stepId: a, operationId: x, successCriteria: [{condition: "//a", context: $response.body, type: xpath}]}] | XPath
            steps: [{stepId: a, operationId: x, successCriteria: [{condition: "$[?(@.a]", context: $response.body, type: jsonpath}]}] | position
            steps: [{stepId: a, operationId: x, successCriteria: [{condition: "(?=a)", context: $response.body, type: regex}]}] | not a regular expression
            steps: [{stepId: a, operationId: x, onFailure: [{name: n, type: goto, stepId: zzz}]}] | no step "zzz"
            steps: [{stepId: a, workflowId: zzz}] | no workflow "zzz"
            steps: [{stepId: a, operationId: $sourceDescriptions.zzz.x}] | no source description "zzz"
            steps: [{stepId: a, operationId: x, parameters: [{name: i, in: query, value: $response.body#/a}]}] | not known at this place
            """)
    void namesWhatCannotBeCarriedOut(String workflow, String problem) {
        assertThat(findings(workflow))
                .filteredOn(DocumentFinding::isError)
                .anySatisfy(each -> assertThat(each.problem()).contains(problem))
                .allSatisfy(each -> {
                    assertThat(each.line()).isGreaterThan(5);
                    assertThat(each.hint()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steps: [{stepId: a}] | calls nothing
            steps: [{stepId: a, operationId: x, workflowId: buy}] | several things
            steps: [{stepId: a, operationId: x}, {stepId: a, operationId: y}] | used twice
            steps: [{stepId: a, operationId: x, parameters: [{name: i, value: 1}]}] | "in" is missing
            steps: [{stepId: a, operationId: x, onSuccess: [{name: r, type: retry}]}] | "type" is "retry"
            steps: [{stepId: a, operationId: x, onFailure: [{name: r, type: retry, retryLimit: -1}]}] | 0 or more
            steps: [{stepId: a, operationId: x, onFailure: [{reference: $components.failureActions.none}]}] | no component
            steps: [{stepId: a, operationId: x, successCriteria: []}] | is empty
            steps: [{stepId: a, operationId: x, successCriteria: [{condition: "^2", type: regex}]}] | needs a context
            steps: {} | must be a list
            """)
    void refusesWhatIsNoDocument(String workflow, String problem) {
        var reading = ArazzoDocument.inspect(HEAD + workflow.indent(4));

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings())
                .extracting(DocumentFinding::problem)
                .anySatisfy(each -> assertThat(each).contains(problem));
    }

    @Test
    void warnsOfStepsNeverReachedAndOfEndlessLoops() {
        var findings = findings("""
                steps:
                  - {stepId: a, operationId: x, onSuccess: [{name: back, type: goto, stepId: a}]}
                  - {stepId: b, operationId: x}
                """);

        assertThat(findings)
                .extracting(DocumentFinding::problem)
                .anySatisfy(each -> assertThat(each).contains("always goes back"))
                .anySatisfy(each -> assertThat(each).contains("\"b\" is never reached"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a: &x [*x]", "a: !!java.net.URL [x]", "{\"arazzo\": 1, \"arazzo\": 2}", "a: b: c", "[1,"})
    void refusesTextsThatAreNoTree(String text) {
        var reading = ArazzoDocument.inspect(text);

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings()).isNotEmpty().allMatch(DocumentFinding::isError);
    }

    @Test
    void refusesYamlThatGrowsOutOfBounds() {
        var bomb = new StringBuilder("a0: &a0 [x,x]\n");
        for (var level = 1; level < 40; level++) {
            bomb.append("a%d: &a%d [*a%d,*a%d]\n".formatted(level, level, level - 1, level - 1));
        }

        assertThat(ArazzoDocument.inspect(bomb.toString()).document()).isEmpty();
    }

    @Test
    void keepsDatesAndWordsOfYamlAsText() {
        var document = ArazzoDocument.read(HEAD
                + "    steps: [{stepId: a, operationId: x, requestBody: {payload: {d: 2023-09-07, y: yes, n: 1.50}}}]");

        var payload = document.workflows()
                .getFirst()
                .steps()
                .getFirst()
                .requestBody()
                .orElseThrow()
                .payload();

        assertThat(payload.toString()).isEqualTo("{\"d\":\"2023-09-07\",\"y\":\"yes\",\"n\":1.50}");
    }

    @Test
    void readsJsonWithItsLines() {
        var reading = ArazzoDocument.inspect("""
                {"arazzo": "1.1.0",
                 "info": {"title": "a", "version": "1"},
                 "sourceDescriptions": [{"name": "a", "url": "a"}],
                 "workflows": [
                   {"workflowId": "w"}]}
                """);

        assertThat(reading.findings()).extracting(DocumentFinding::line).containsExactly(5);
    }

    @Test
    void knowsWhichOperationsAreMissingOnceSourcesAreKnown() {
        var text = HEAD + "    steps: [{stepId: a, operationId: getOrder}, {stepId: b, operationId: nothing}]";

        var findings = ArazzoDocument.inspect(text, Sources.of("orders", Source.described(TestOperations.shop())))
                .findings();

        assertThat(findings)
                .extracting(DocumentFinding::problem)
                .containsExactly(
                        "The required parameter \"orderId\" (path) has no value.",
                        "The source has no operation \"nothing\".");
    }

    @Test
    void listsCallsInOrderThroughCalledWorkflows() {
        var document = ArazzoDocument.read(HEAD + """
                    steps:
                      - {stepId: a, operationId: x}
                      - {stepId: b, workflowId: pay}
                      - {stepId: c, operationPath: '{$sourceDescriptions.orders.url}#/paths/~1orders~1{id}/delete'}
                  - workflowId: pay
                    steps: [{stepId: p, operationId: y}]
                """);

        assertThat(document.calls("buy"))
                .extracting(OperationCall::title)
                .containsExactly("x", "y", "DELETE /orders/{id}");
        assertThat(document.calls("buy")).extracting(OperationCall::source).containsOnly("orders");
    }

    @Test
    void buildsDocumentsThatReadBack() {
        var nodes = JsonNodeFactory.instance;

        var document = ArazzoBuilder.titled("Shop", "1")
                .source("orders", "orders.yaml")
                .workflow(
                        "buy",
                        workflow -> workflow.input("sku", nodes.objectNode().put("type", "string"), true)
                                .step(
                                        "create",
                                        step -> step.operation("orders", "createOrder")
                                                .body(
                                                        "application/json",
                                                        nodes.objectNode().put("sku", "$inputs.sku"))
                                                .expect("$statusCode == 201")
                                                .output("id", "$response.body#/id"))
                                .step(
                                        "read",
                                        step -> step.operation("orders", "GET", "/orders/{orderId}")
                                                .parameter("orderId", "path", "$steps.create.outputs.id")
                                                .retry(0.5, 20))
                                .output("id", "$steps.create.outputs.id"))
                .build();

        assertThat(document.findings()).isEmpty();
        assertThat(ArazzoDocument.read(document.write()).tree()).isEqualTo(document.tree());
        assertThat(document.workflows().getFirst().requiredInputs()).containsExactly("sku");
    }
}
