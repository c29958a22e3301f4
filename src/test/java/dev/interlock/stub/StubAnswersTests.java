package dev.interlock.stub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.openapi.ContractCheck;
import dev.interlock.openapi.OpenApiDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StubAnswersTests {
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read("payment.yaml", """
        openapi: 3.1.0
        info: {title: Payment, version: '1'}
        paths:
          /charges:
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
              responses:
                '201':
                  description: Charged.
                  content:
                    application/json:
                      schema: {$ref: '#/components/schemas/Charge'}
                '402':
                  description: Refused.
                  content:
                    application/problem+json:
                      examples:
                        empty: {value: {title: No money}}
                        stolen: {value: {title: Stolen}}
            get:
              parameters: [{name: shop, in: query, required: true, schema: {type: string}}]
              responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Charge'}}}}}}
          /charges/{chargeId}:
            get:
              responses:
                '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Charge'}, example: {id: c-1, amount: 5, state: HELD}}}}
            delete:
              responses: {'204': {description: Gone.}}
        components:
          schemas:
            Charge:
              type: object
              required: [id, amount, state]
              properties:
                id: {type: string, minLength: 3}
                amount: {type: integer, minimum: 1}
                state: {type: string, enum: [CAPTURED, HELD]}
        """);

    @Test
    void answersWithTheExample() {
        var answer = ask("GET", "/charges/c-1", Map.of(), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"id\":\"c-1\",\"amount\":5,\"state\":\"HELD\"}");
        assertThat(answer.operation()).isEqualTo("GET /charges/{chargeId}");
    }

    @Test
    void repeatsWhatWasAskedFor() {
        assertThat(ask("GET", "/charges/c-77", Map.of(), "").body()).contains("\"id\":\"c-77\"");
        assertThat(ask("POST", "/charges", Map.of(), "{\"amount\": 41, \"other\": 1}")
                        .body())
                .contains("\"amount\":41")
                .doesNotContain("other");
    }

    @Test
    void makesAnAnswerThatKeepsTheContract() {
        var answer = ask("POST", "/charges", Map.of(), "{}");
        var operation = DOCUMENT.operation(answer.operation()).orElseThrow();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(new ContractCheck(DOCUMENT)
                        .check(
                                operation,
                                201,
                                Map.of("Content-Type", java.util.List.of(answer.contentType())),
                                answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void answersWithTheStatusAndExampleAskedFor() {
        var answer = ask("POST", "/charges", Map.of("prefer", "code=402, example=stolen"), "{}");

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.body()).contains("Stolen");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void refusesWhatTheInterfaceDoesNotHave() {
        assertThat(ask("PATCH", "/charges", Map.of(), "").status()).isEqualTo(404);
        assertThat(ask("POST", "/charges", Map.of(), "").body()).contains("its body");
        assertThat(ask("GET", "/charges", Map.of(), "").body()).contains("query parameter shop");
        assertThat(ask("GET", "/charges?shop=a", Map.of(), "").status()).isEqualTo(200);
        assertThat(ask("DELETE", "/charges/c-1", Map.of(), ""))
                .isEqualTo(new StubAnswer(204, "", "", "DELETE /charges/{chargeId}"));
    }

    @Test
    void readsTheTraceOfARequest() {
        var request = new StubRequest(
                "GET", "/", Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), "");

        assertThat(request.traceId()).contains("0af7651916cd43dd8448eb211c80319c");
        assertThat(new StubRequest("GET", "/", Map.of("traceparent", "nothing"), "").traceId())
                .isEmpty();
    }

    private static StubAnswer ask(String method, String path, Map<String, String> headers, String body) {
        return new StubAnswers(DOCUMENT).to(new StubRequest(method, path, headers, body));
    }
}
