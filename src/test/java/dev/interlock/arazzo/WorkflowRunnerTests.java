package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowRunnerTests {
    private static final String GET = """
            steps:
              - stepId: paid
                operationId: getOrder
                parameters: [{name: orderId, in: path, value: 7}]
            """;

    private static String get(String more) {
        return TestRun.main(GET + more.indent(4));
    }

    @Test
    void carriesValuesFromStepToStepWithTheirTypes() {
        var run = new TestRun().answers("{\"id\": 42, \"price\": 12.50}");

        var result = run.run(TestRun.main("""
                inputs: {type: object, required: [sku], properties: {sku: {type: string}, amount: {type: integer, default: 2}}}
                steps:
                  - stepId: create
                    operationId: createOrder
                    requestBody: {payload: {sku: $inputs.sku, amount: $inputs.amount, note: "{$inputs.amount} of {$inputs.sku}"}}
                    outputs: {id: $response.body#/id, price: $response.body#/price}
                  - stepId: read
                    operationPath: '{$sourceDescriptions.shop.url}#/paths/~1orders~1{orderId}/get'
                    parameters: [{name: orderId, in: path, value: $steps.create.outputs.id}]
                outputs: {id: $steps.create.outputs.id, price: $steps.create.outputs.price}
                """), "{\"sku\": \"b 1\"}");

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.calls.getFirst().bodyText()).isEqualTo("{\"sku\":\"b 1\",\"amount\":2,\"note\":\"2 of b 1\"}");
        assertThat(run.calls.getFirst().header("content-type")).contains("application/json");
        assertThat(run.calls.get(1).uri()).hasToString("http://shop.test/api/orders/42");
        assertThat(result.outputs().toString()).isEqualTo("{\"id\":42,\"price\":12.50}");
        assertThat(result.step("read").orElseThrow().lastAttempt().orElseThrow().values())
                .containsExactly(
                        new ValueOrigin("path orderId", "$steps.create.outputs.id", "output id of step create", "42"));
    }

    @Test
    void evaluatesEveryCriterionAfterOneThatFails() {
        var result = new TestRun()
                .answers("{\"status\": \"PENDING\", \"total\": 12.5}")
                .run(get("""
                successCriteria:
                  - {condition: $response.body#/status == 'CAPTURED'}
                  - {condition: $response.body#/total > 20}
                  - {condition: $statusCode == 200}
                """));

        var criteria =
                result.step("paid").orElseThrow().lastAttempt().orElseThrow().criteria();
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.cause()).contains(FailureCause.ASSERTION);
        assertThat(result.sentence())
                .isEqualTo("paid: expected $.status == \"CAPTURED\"; it was \"PENDING\"; 1 more check does not hold");
        assertThat(criteria).extracting(CriterionResult::holds).containsExactly(false, false, true, true);
        assertThat(criteria.get(1).trace().orElseThrow().line())
                .isEqualTo("$response.body#/total (12.5) > 20 -> false");
    }

    @Test
    void saysAfterHowManyAttemptsItGaveUp() {
        var answers = new ArrayList<Object>();
        for (var count = 0; count < 21; count++) {
            answers.add("{\"status\": \"PENDING\"}");
        }
        var run = new TestRun().answers(answers.toArray());

        var result = run.run(get("""
                successCriteria: [{condition: $response.body#/status == 'CAPTURED'}]
                onFailure: [{name: poll, type: retry, retryAfter: 0.5, retryLimit: 20}]
                """));

        assertThat(result.sentence())
                .isEqualTo("paid: expected $.status == \"CAPTURED\"; it was \"PENDING\" (after 21 attempts)");
        assertThat(run.pauses).hasSize(20).containsOnly(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @CsvSource({"'',2", "'retryLimit: 0',1", "'retryLimit: 1',2", "'retryLimit: 5',6"})
    void triesOnceMoreUnlessTheLimitSaysOtherwise(String limit, int attempts) {
        var run = new TestRun().answers(500, 500, 500, 500, 500, 500, 500);

        var result = run.run(get("onFailure: [{name: again, type: retry, " + limit + "}]"));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.calls).hasSize(attempts);
    }

    @Test
    void passesWhenATryHelps() {
        var run = new TestRun().answers(500, 503, "{\"id\": 1}");

        var result = run.run(get("onFailure: [{name: again, type: retry, retryLimit: 3}]"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.step("paid").orElseThrow().attempts())
                .extracting(Attempt::next)
                .containsExactly("retry at once (1 of 3)", "retry at once (2 of 3)", "next step");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | 2
            3600 | 30
            Thu, 01 Jan 2026 00:00:05 GMT | 5
            Thu, 01 Jan 2099 00:00:05 GMT | 30
            nonsense | 0
            """)
    void waitsAsLongAsTheAnswerAsksButAtMost30Seconds(String header, int seconds) {
        var busy = HttpAnswer.of(503, List.of(new HttpHeader("Retry-After", header)), "");
        var run = new TestRun().answers(busy);

        run.run(get("onFailure: [{name: again, type: retry}]"));

        assertThat(run.pauses.stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(seconds);
    }

    @Test
    void givesEachRetryItsOwnBudgetAndThenTakesTheNextAction() {
        var run = new TestRun().answers(503, 503, 503, 503);

        var result = run.run(TestRun.main("""
                steps:
                  - stepId: a
                    operationId: createOrder
                    onFailure:
                      - {name: first, type: retry, retryLimit: 1}
                      - {name: second, type: retry, retryLimit: 2}
                      - {name: away, type: goto, stepId: c, x-interlock-handled: true}
                  - {stepId: b, operationId: createOrder}
                  - {stepId: c, operationId: createOrder}
                """));

        assertThat(run.calls).hasSize(5);
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.steps()).extracting(StepResult::stepId).containsExactly("a", "c");
    }

    @Test
    void keepsOutputsWhenItGoesBack() {
        var run = new TestRun().answers("{\"id\": 9}", "{\"done\": false}", "{\"id\": 10}", "{\"done\": true}");

        var result = run.run(TestRun.main("""
                steps:
                  - {stepId: create, operationId: createOrder, outputs: {id: $response.body#/id}}
                  - stepId: look
                    operationId: getOrder
                    parameters: [{name: orderId, in: path, value: $steps.create.outputs.id}]
                    onSuccess: [{name: again, type: goto, stepId: create, criteria: [{condition: $response.body#/done == false}]}]
                """));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.calls.getLast().uri()).hasPath("/api/orders/10");
    }

    @Test
    void failsWithoutAStatusOfThe200s() {
        var result = new TestRun().answers(404).run(get(""));

        assertThat(result.sentence()).isEqualTo("paid: expected a status of the 200s; it was 404");
        assertThat(result.step("paid").orElseThrow().lastAttempt().orElseThrow().criteria())
                .allMatch(CriterionResult::implicit);
    }

    @Test
    void tellsABrokenContractFromAFailedCriterion() {
        var request = TestRun.request(get(""), "{}");

        var strict = new TestRun().answers("{\"id\": \"broken\"}").run(request);
        var mild = new TestRun().answers("{\"id\": \"broken\"}").run(request.with(ContractMode.WARN));
        var off = new TestRun().answers("{\"id\": \"broken\"}").run(request.with(ContractMode.OFF));

        assertThat(strict.cause()).contains(FailureCause.CONTRACT);
        assertThat(strict.sentence()).contains("breaks the contract: $.id: expected an integer");
        assertThat(mild.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(mild.steps().getFirst().lastAttempt().orElseThrow().contract())
                .hasSize(1);
        assertThat(off.steps().getFirst().lastAttempt().orElseThrow().contract())
                .isEmpty();
    }

    @Test
    void isBrokenWithItsCauseWhenNoAnswerComes() {
        var refused = new TransportFailure(FailureCause.CONNECT, "shop.test refuses connections on port 80.");

        var result = new TestRun().answers(refused).run(get(""));

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.cause()).contains(FailureCause.CONNECT);
        assertThat(result.sentence()).isEqualTo("paid: shop.test refuses connections on port 80.");
        assertThat(result.steps().getFirst().lastAttempt().orElseThrow().request())
                .isPresent();
    }

    @Test
    void namesRefusedCredentialsAsSuch() {
        assertThat(new TestRun().answers(401).run(get("")).cause()).contains(FailureCause.AUTH);
    }

    @Test
    void givesEachAttemptItsTimeAndHandlesRunningOutOfIt() {
        var late = new TransportFailure(FailureCause.TIMEOUT, "No answer within 250 ms.");
        var run = new TestRun().answers(late);

        var result = run.run(get("timeout: 250\nonFailure: [{name: again, type: retry}]"));

        assertThat(run.timeouts).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void stopsAtItsDeadline() {
        var request =
                TestRun.request(get("onFailure: [{name: poll, type: retry, retryAfter: 40, retryLimit: 99}]"), "{}");
        var run = new TestRun().answers(500, 500, 500, 500);

        var result = run.run(request.with(RunLimits.DEFAULT.withDeadline(Duration.ofSeconds(90))));

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.cause()).contains(FailureCause.TIMEOUT);
        assertThat(run.calls).hasSize(3);
    }

    @Test
    void endsAsCancelledAndSkipsTheRest() {
        var run = new TestRun();
        var request = TestRun.request(TestRun.main("""
                steps:
                  - {stepId: a, operationId: createOrder}
                  - {stepId: b, operationId: createOrder}
                """), "{}");

        var result = run.run(request.with(() -> !run.calls.isEmpty()));

        assertThat(result.verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(run.calls).hasSize(1);
        assertThat(result.step("b").orElseThrow().verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void stopsGoingRoundInCircles() {
        var run = new TestRun();
        var request = TestRun.request(TestRun.main("""
                steps: [{stepId: a, operationId: createOrder, onSuccess: [{name: back, type: goto, stepId: a}]}]
                """), "{}");

        var result = run.run(request.with(RunLimits.DEFAULT.withMaxSteps(10)));

        assertThat(run.calls).hasSize(10);
        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.cause()).contains(FailureCause.ENGINE);
    }

    @Test
    void leavesTextsThatOnlyLookLikeExpressions() {
        var run = new TestRun();

        run.run(TestRun.main("""
                steps:
                  - {stepId: a, operationId: createOrder, requestBody: {payload: {price: $12, path: "$.store.book[*]", brace: "{$no}"}}}
                  - {stepId: b, operationId: createOrder, requestBody: {payload: {v: $statusCode}, x-interlock-literal: true}}
                """));

        assertThat(run.calls)
                .extracting(HttpCall::bodyText)
                .containsExactly(
                        "{\"price\":\"$12\",\"path\":\"$.store.book[*]\",\"brace\":\"{$no}\"}",
                        "{\"v\":\"$statusCode\"}");
    }

    @Test
    void namesTheDeepestPartThatExistsWhenAnOutputIsMissing() {
        var result = new TestRun().answers("{\"items\": []}").run(get("outputs: {first: $response.body#/items/0/id}"));

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.cause()).contains(FailureCause.EXPRESSION);
        assertThat(result.sentence())
                .contains("#/items/0/id")
                .contains("the deepest part that exists is #/items, an array of 0 elements");
    }

    @Test
    void passesNullOnAsAnOutput() {
        var result = new TestRun().answers("{\"a\": null}").run(get("outputs: {a: $response.body#/a}"));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.steps().getFirst().outputs().toString()).isEqualTo("{\"a\":null}");
    }

    @Test
    void refusesLineBreaksInHeaders() {
        var run = new TestRun();

        var result = run.run(TestRun.main("""
                steps: [{stepId: a, operationId: createOrder, parameters: [{name: X-A, in: header, value: $inputs.a}]}]
                """), "{\"a\": \"x\\r\\nEvil: 1\"}");

        assertThat(run.calls).isEmpty();
        assertThat(result.sentence()).contains("X-A").contains("line break");
    }

    @Test
    void cleansUpWithWhatTheRunGaveAndReportsItApart() {
        var run = new TestRun().answers("{\"id\": 5}", 500, 500);

        var result = run.run(TestRun.document("""
                - workflowId: main
                  x-interlock-teardown: [cancel, other]
                  steps:
                    - {stepId: create, operationId: createOrder, outputs: {orderId: $response.body#/id}}
                    - {stepId: pay, operationId: token}
                - workflowId: cancel
                  inputs: {type: object, required: [orderId], properties: {orderId: {type: integer}}}
                  steps: [{stepId: undo, operationId: cancelOrder, parameters: [{name: orderId, in: path, value: $inputs.orderId}]}]
                - workflowId: other
                  inputs: {type: object, required: [none], properties: {none: {type: string}}}
                  steps: [{stepId: never, operationId: createOrder}]
                """));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.decisive().orElseThrow().stepId()).isEqualTo("pay");
        assertThat(run.calls.getLast().method()).isEqualTo("DELETE");
        assertThat(run.calls.getLast().uri()).hasPath("/api/orders/5");
        assertThat(result.teardown()).extracting(StepResult::stepId).containsExactly("undo");
        assertThat(result.teardownProblems()).singleElement().asString().contains("cancel");
    }

    @Test
    void callsWorkflowsWithInputsAndTakesTheirOutputs() {
        var run = new TestRun().answers("{\"id\": 3}");

        var result = run.run(TestRun.document("""
                - workflowId: main
                  steps:
                    - stepId: order
                      workflowId: place
                      parameters: [{name: sku, value: b1}]
                      outputs: {id: $outputs.orderId}
                  outputs: {id: $steps.order.outputs.id}
                - workflowId: place
                  inputs: {type: object, required: [sku], properties: {sku: {type: string}}}
                  steps: [{stepId: create, operationId: createOrder, requestBody: {payload: {sku: $inputs.sku}}, outputs: {id: $response.body#/id}}]
                  outputs: {orderId: $steps.create.outputs.id}
                """));

        assertThat(result.outputs().toString()).isEqualTo("{\"id\":3}");
        assertThat(run.calls.getFirst().bodyText()).isEqualTo("{\"sku\":\"b1\"}");
        assertThat(result.steps()).extracting(each -> each.place().depth()).containsExactly(1, 0);
    }

    @Test
    void runsDependenciesFirstAndOnce() {
        var run = new TestRun();

        var result = run.run(TestRun.document("""
                - workflowId: main
                  dependsOn: [login]
                  steps: [{stepId: use, operationId: createOrder, requestBody: {payload: {t: $workflows.login.outputs.token}}}]
                - workflowId: login
                  steps: [{stepId: in, operationId: token, outputs: {t: $response.body#/id}}]
                  outputs: {token: $steps.in.outputs.t}
                """));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.calls).extracting(HttpCall::bodyText).containsExactly("", "{\"t\":1}");
    }

    @Test
    void doesNotStartWithoutItsInputs() {
        var run = new TestRun();

        var result = run.run(TestRun.main("""
                inputs: {type: object, required: [sku], properties: {sku: {type: string}, n: {type: integer}}}
                steps: [{stepId: a, operationId: createOrder}]
                """), "{\"n\": \"one\"}");

        assertThat(run.calls).isEmpty();
        assertThat(result.cause()).contains(FailureCause.SETUP);
        assertThat(result.sentence())
                .contains("the input sku has no value")
                .contains("the input n must be of type integer");
    }

    @Test
    void writesParametersTheWayTheInterfaceSays() {
        var run = new TestRun();

        run.run(TestRun.main("""
                parameters: [{name: X-Team, in: header, value: base}, {name: q, in: query, value: general}]
                steps:
                  - stepId: a
                    operationId: search
                    parameters:
                      - {name: tags, in: query, value: [a b, "c&d"]}
                      - {name: joined, in: query, value: [1, 2]}
                      - {name: deep, in: query, value: {from: 1, to: ü}}
                      - {name: q, in: query, value: own}
                      - {name: none, in: query, value: null}
                      - {name: s, in: cookie, value: 1}
                """));

        var call = run.calls.getFirst();
        assertThat(call.uri().getRawQuery())
                .isEqualTo("q=own&tags=a%20b&tags=c%26d&joined=1,2&deep%5Bfrom%5D=1&deep%5Bto%5D=%C3%BC");
        assertThat(call.header("x-team")).contains("base");
        assertThat(call.header("cookie")).contains("s=1");
    }

    @Test
    void writesFormsAndFillsReplacements() {
        var run = new TestRun();

        run.run(TestRun.main("""
                steps:
                  - {stepId: a, operationId: token, requestBody: {payload: {grant_type: a b, scope: [x, y]}}}
                  - stepId: b
                    operationId: createOrder
                    requestBody: {payload: {a: {b: 1}}, replacements: [{target: /a/b, value: $inputs.n}, {target: /a/c, value: x}]}
                """), "{\"n\": 2}");

        assertThat(run.calls)
                .extracting(HttpCall::bodyText)
                .containsExactly("grant_type=a+b&scope=x&scope=y", "{\"a\":{\"b\":2,\"c\":\"x\"}}");
    }

    @Test
    void encodesPathsSoThatNothingEscapesThem() {
        var run = new TestRun();

        run.run(TestRun.main("""
                steps: [{stepId: a, operationId: getOrder, parameters: [{name: orderId, in: path, value: "a/../b?c#d é"}]}]
                """));

        assertThat(run.calls.getFirst().uri()).hasToString("http://shop.test/api/orders/a%2F..%2Fb%3Fc%23d%20%C3%A9");
    }

    @Test
    void tellsTheListenerStepByStep() {
        var heard = new ArrayList<String>();
        var listener = new StepListener() {
            @Override
            public void started(StepPlace place, Step step) {
                heard.add("started " + place.number() + " " + step.stepId());
            }

            @Override
            public void attempted(StepPlace place, Attempt attempt) {
                heard.add("attempted " + attempt.number());
            }

            @Override
            public void finished(StepResult result) {
                heard.add("finished " + result.verdict());
            }

            @Override
            public void skipped(StepPlace place, Step step, String reason) {
                heard.add("skipped " + step.stepId() + ": " + reason);
            }
        };
        var document = TestRun.main("steps: [{stepId: a, operationId: token}, {stepId: b, operationId: token}]");

        new TestRun().answers(500).runner().run(TestRun.request(document, "{}"), listener);

        assertThat(heard)
                .containsExactly("started 1 a", "attempted 1", "finished FAILED", "skipped b: a has not passed");
    }

    @Test
    void saysWhereInputsComeFrom() {
        var request = TestRun.request(
                TestRun.main(
                        "steps: [{stepId: a, operationId: createOrder, requestBody: {payload: {s: $inputs.sku}}}]"),
                "{\"sku\": 1}");

        var result = new TestRun().run(request.with(Map.of("sku", "data row 3")));

        assertThat(result.steps().getFirst().lastAttempt().orElseThrow().values())
                .extracting(ValueOrigin::origin)
                .containsExactly("input sku (data row 3)");
    }

    @Test
    void alwaysEndsEvenWhenTheTransportFallsOver() {
        var runner = new WorkflowRunner(
                (call, timeout) -> {
                    throw new IllegalStateException("boom");
                },
                InstantSource.system(),
                pause -> {});

        var result = runner.run(TestRun.request(get(""), "{}"), StepListener.NONE);

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.cause()).contains(FailureCause.ENGINE);
    }
}
