package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTests {
    private static final String BODY = """
            {"s": "Active", "n": 5, "t": "5", "z": 0, "b": true, "f": false, "x": null, "l": [1, 2], "o": {"k": "v"}}""";

    private static CriterionResult check(String criterion) {
        var document = TestRun.main("""
                steps:
                  - stepId: a
                    operationId: createOrder
                    successCriteria:
                      - %s
                """.formatted(criterion));
        var result = new TestRun().answers(BODY).run(document);
        return result.steps().getFirst().lastAttempt().orElseThrow().criteria().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            $response.body#/s == 'active' ~ true
            $response.body#/s != 'ACTIVE' ~ false
            $response.body#/s == 'it''s' ~ false
            $response.body#/n == 5.0 ~ true
            $response.body#/n == '5' ~ true
            $response.body#/t == 5 ~ true
            $response.body#/t > 4 ~ true
            $response.body#/n >= 5 && $response.body#/n < 6 ~ true
            $response.body#/n < 5 || $response.body#/n > 5 ~ false
            $response.body#/x == null ~ true
            $response.body#/x != null ~ false
            $response.body#/none == null ~ true
            $response.body#/none != null ~ false
            $response.body#/n != null ~ true
            $response.body#/x < 1 ~ false
            $response.body#/none > 0 ~ false
            $response.body#/b ~ true
            $response.body#/f ~ false
            $response.body#/x ~ false
            !$response.body#/f ~ true
            !($response.body#/b && $response.body#/f) ~ true
            $response.body#/b == true ~ true
            $response.body#/b == 'true' ~ false
            $response.body.o.k == 'v' ~ true
            $response.body.l[1] == 2 ~ true
            $response.body#/l/1 == 2 ~ true
            $response.body#/z == false ~ false
            $statusCode == 200 ~ true
            200 == $statusCode ~ true
            $response.header.CONTENT-type == 'application/json' ~ true
            $method == 'POST' ~ true
            $url == 'http://shop.test/api/orders' ~ true
            true || $response.body#/s ~ true
            """)
    void followsTheRulesOfSimpleConditions(String condition, boolean holds) {
        var result = check("{condition: \"" + condition + "\"}");

        assertThat(result.error()).isEmpty();
        assertThat(result.holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {condition: "$.l[*]", context: $response.body, type: jsonpath} | true
            {condition: "$[?@ == 'active']", context: $response.body, type: jsonpath} | false
            {condition: "$[?@ == 'Active']", context: $response.body, type: jsonpath} | true
            {condition: "$.none", context: $response.body, type: jsonpath} | false
            {condition: "$[?@ == {$response.body#/n}]", context: $response.body, type: jsonpath} | true
            {condition: "^20", context: $statusCode, type: regex} | true
            {condition: "cti", context: $response.body#/s, type: regex} | true
            {condition: "^cti", context: $response.body#/s, type: regex} | false
            {condition: ".*", context: $response.body#/x, type: regex} | false
            {condition: ".*", context: $response.body#/none, type: regex} | false
            """)
    void followsTheRulesOfPathsAndPatterns(String criterion, boolean holds) {
        var result = check(criterion);

        assertThat(result.error()).isEmpty();
        assertThat(result.holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {condition: $response.body#/n} | not boolean
            {condition: "$response.body#/n = 5"} | not well formed
            {condition: "((a{100}){100}){100}", context: $response.body#/s, type: regex} | multiply to more than
            {condition: "(a)\\\\1", context: $response.body#/s, type: regex} | not a regular expression
            {condition: "$[?", context: $response.body, type: jsonpath} | not well formed
            {condition: "$.a", context: $response.body#/s, type: jsonpath} | not JSON
            {condition: "/a", context: $response.body, type: xpath} | XPath
            """)
    void saysWhyACriterionCannotBeEvaluated(String criterion, String error) {
        var result = check(criterion);

        assertThat(result.holds()).isFalse();
        assertThat(result.error()).contains(error);
    }

    @Test
    void breaksInsteadOfFailingWhenACriterionCannotBeEvaluated() {
        var result = new TestRun().run(TestRun.main("""
                steps: [{stepId: a, operationId: createOrder, successCriteria: [{condition: $response.body#/id}]}]
                """));

        assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(result.cause()).contains(FailureCause.EXPRESSION);
    }

    @Test
    void explainsWhatWasMissing() {
        var result = check("{condition: $response.body#/o/none == 'x'}");

        assertThat(Sentences.of(result))
                .isEqualTo(
                        "expected $.o.none == \"x\"; there is no value at #/o/none; the deepest part that exists is #/o,"
                                + " an object with the members k");
    }
}
