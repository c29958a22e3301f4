package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticCheckTests {
    private static final String HEAD = """
            arazzo: VERSION
            info: {title: Shop, version: "1"}
            sourceDescriptions:
              - {name: orders, url: orders.yaml, type: openapi}
            components:
              parameters: {key: {name: key, in: header, value: $inputs.sku}}
            workflows:
              - workflowId: pay
                inputs: {type: object, required: [amount], properties: {amount: {type: integer}, note: {type: string}}}
                steps: [{stepId: p, operationId: createOrder, outputs: {id: $response.body#/id}}]
                outputs: {id: $steps.p.outputs.id}
              - workflowId: buy
                inputs: {type: object, properties: {sku: {type: string}, pin: {type: string, format: password}}}
            """;

    private static ArazzoReading read(String version, String workflow) {
        return ArazzoDocument.inspect(HEAD.replace("VERSION", version) + workflow.indent(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ERROR | steps: [{stepId: a, workflowId: pay}] | needs the input "amount"
            WARNING | steps: [{stepId: a, workflowId: pay, parameters: [{name: amount, value: 1}, {name: notes, value: x}]}] | has no input "notes"
            ERROR | steps: [{stepId: a, workflowId: pay, parameters: [{name: amount, value: 1}], outputs: {x: $outputs.ids}}] | names an output the workflow "pay" does not have
            WARNING | steps: [{stepId: a, operationId: x, outputs: {x: $outputs.id}}] | only known where a step calls a workflow
            ERROR | steps: [{stepId: a, workflowId: buy}] | calls itself, which never ends
            WARNING | steps: [{stepId: a, operationId: x, onFailure: [{name: again, type: goto, workflowId: buy}]}] | calls itself; only a condition
            WARNING | steps: [{stepId: a, operationId: x, onSuccess: [{name: one, type: end}, {name: two, type: end}]}] | "two" is never taken
            WARNING | steps: [{stepId: a, operationId: x, onFailure: [{name: r, type: retry, retryAfter: 60, retryLimit: 100}]}] | longer than an hour
            WARNING | steps: [{stepId: a, operationId: x, onFailure: [{name: r, type: retry, retryLimit: 0}]}] | never happens
            ERROR | failureActions: [{name: r, type: end, criteria: [{condition: "$statusCode = 5"}]}]\\nsteps: [{stepId: a, operationId: x}] | not well formed
            ERROR | steps: [{stepId: a, operationId: x, requestBody: {payload: {a: 1}, replacements: [{target: /b/c, value: 2}]}}] | no place /b/c
            ERROR | steps: [{stepId: a, operationId: x, requestBody: {payload: {a: 1}, replacements: [{target: b, value: 2}]}}] | not a JSON pointer
            ERROR | steps: [{stepId: a, operationId: x, outputs: {x: {context: $response.body, selector: "$[?(", type: jsonpath}}}] | position
            ERROR | steps: [{stepId: a, operationId: x, outputs: {x: {context: $response.body, selector: "$.a", type: jq}}}] | no language of selectors
            WARNING | steps: [{stepId: a, operationId: x, parameters: [{name: q, in: query, value: "p{$inputs.pin}"}]}] | sent in the address
            WARNING | steps: [{stepId: a, operationId: x, parameters: [{name: X-Api-Key, in: header, value: abcdef}]}] | stands in the document
            WARNING | steps: [{stepId: a, operationId: x, requestBody: {payload: {user: {password: hunter2}}}}] | stands in the document
            WARNING | steps: [{stepId: a, operationId: x, successCriteria: [{condition: "1 == 1"}]}] | looks at nothing
            ERROR | steps: [{stepId: a, operationId: x, dependsOn: [a]}] | depends on itself
            ERROR | steps: [{stepId: a, operationId: x, dependsOn: [$workflows.pay.steps.q]}] | no step "$workflows.pay.steps.q"
            WARNING | steps: [{stepId: a, operationId: x, paramters: []}] | "paramters" is not known
            WARNING | steps: [{stepId: a, operationId: x, x-interlock-lable: A}] | means nothing to Interlock
            ERROR | steps: [{stepId: a, operationId: x, outputs: {x: $sourceDescriptions.order.url}}] | no source description "order"
            """)
    void findsWhatWouldGoWrongInARun(String severity, String workflow, String problem) {
        assertThat(read("1.1.0", workflow.replace("\\n", "\n")).findings())
                .filteredOn(each -> each.problem().contains(problem))
                .hasSize(1)
                .allSatisfy(each -> {
                    assertThat(each.severity()).hasToString(severity);
                    assertThat(each.line()).isGreaterThan(10);
                    assertThat(each.hint()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            steps: [{stepId: a, operationId: x, parameters: [{name: i, in: query, value: 1}, {name: i, in: query, value: 2}]}] | given twice
            steps: [{stepId: a, operationId: x, onFailure: [{reference: $components.parameters.key}]}] | one of the parameters
            steps: [{stepId: a, operationId: x, parameters: [{reference: $components.parameters.kee}]}] | no component
            steps: [{stepId: a, operationId: x, successCriteria: [{condition: a, context: $url, type: {type: jsonpath, version: "7"}}]}] | "version" is "7"
            steps: [{stepId: a, operationId: x, x-interlock-handled: "yes"}] | must be true or false
            """)
    void refusesWhatHasTheWrongShape(String workflow, String problem) {
        var reading = read("1.1.0", workflow);

        assertThat(reading.document()).isEmpty();
        assertThat(reading.findings())
                .extracting(DocumentFinding::problem)
                .anySatisfy(each -> assertThat(each).contains(problem));
    }

    @Test
    void tellsWhatTheOlderVersionDoesNotHave() {
        var workflow = "steps: [{stepId: a, operationId: x, timeout: 5}]";

        assertThat(read("1.0.1", workflow).findings())
                .anySatisfy(each -> assertThat(each.problem()).contains("\"timeout\" is new in Arazzo 1.1"));
        assertThat(read("1.1.0", workflow).findings())
                .noneSatisfy(each -> assertThat(each.problem()).contains("is new in"));
    }

    @Test
    void tellsErrorsOfTheFlowAlthoughTheShapeIsWrongElsewhere() {
        var findings = read(
                        "1.1.0",
                        "steps: [{stepId: a, operationId: x, onSuccess: [{type: end}]}, {stepId: b, workflowId: zzz}]")
                .findings();

        assertThat(findings)
                .extracting(DocumentFinding::problem)
                .contains("The field \"name\" is missing.", "There is no workflow \"zzz\".");
    }

    @Test
    void advisesTheNameThatWasProbablyMeant() {
        assertThat(read("1.1.0", "steps: [{stepId: a, operationId: x, outputs: {x: $inputs.skus}}]")
                        .findings())
                .extracting(DocumentFinding::hint)
                .contains("Did you mean \"sku\"?");
    }
}
