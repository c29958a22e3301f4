package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTextTests {
    private static final String TEXT = """
            # who: the shop
            arazzo: 1.0.1
            workflows:
              - workflowId: buy # the only one
                x-mine: kept
                steps:
                  # first look
                  - stepId: look
                    operationId: listItems
                    # then check
                    successCriteria:
                      - condition: $statusCode == 200 # always
                  - stepId: pay
                    operationId: charge
                    requestBody: {contentType: application/json, payload: {a: 1}}
                    description: |
                      Pays.

                      Twice.
                outputs:
                  id: $steps.look.outputs.id
            """;

    @Test
    void addsACriterionAndKeepsEveryOtherLine() {
        var edited = DocumentText.of(TEXT)
                .set(
                        "/workflows/0/steps/0/successCriteria/1",
                        json("{\"condition\": \"$response.body#/a == 'x: y'\"}"));

        assertThat(edited.text())
                .isEqualTo(TEXT.replace(
                        "# always\n", "# always\n          - condition: '$response.body#/a == ''x: y'''\n"));
    }

    @Test
    void changesOneScalarOnly() {
        var edited = DocumentText.of(TEXT).set("/workflows/0/steps/0/operationId", json("\"findItems\""));

        assertThat(edited.text()).isEqualTo(TEXT.replace("listItems", "findItems"));
    }

    @Test
    void addsAMemberBehindTheLastOne() {
        var edited =
                DocumentText.of(TEXT).set("/workflows/0/steps/1/outputs", json("{\"id\": \"$response.body#/id\"}"));

        assertThat(edited.text())
                .isEqualTo(TEXT.replace(
                        "          Twice.\n",
                        "          Twice.\n        outputs:\n          id: $response.body#/id\n"));
    }

    @Test
    void addsAStepAtTheEnd() {
        var edited = DocumentText.of(TEXT)
                .set("/workflows/0/steps/2", json("{\"stepId\": \"end\", \"operationId\": \"close\"}"));

        assertThat(edited.text())
                .isEqualTo(TEXT.replace(
                        "          Twice.\n", "          Twice.\n      - stepId: end\n        operationId: close\n"));
    }

    @Test
    void movesAStepWithTheCommentAboveIt() {
        var edited = DocumentText.of(TEXT).swapWithNext("/workflows/0/steps/0");

        assertThat(edited.at("/workflows/0/steps/0/stepId").asString()).isEqualTo("pay");
        assertThat(edited.text()).contains("# first look\n      - stepId: look", "# then check", "# always", "x-mine");
    }

    @Test
    void takesAStepAway() {
        var edited = DocumentText.of(TEXT).remove("/workflows/0/steps/1");

        assertThat(edited.text())
                .isEqualTo(TEXT.substring(0, TEXT.indexOf("      - stepId: pay"))
                        + TEXT.substring(TEXT.indexOf("    outputs")));
    }

    @Test
    void takesTheFirstStepAway() {
        var edited = DocumentText.of(TEXT).remove("/workflows/0/steps/0");

        assertThat(edited.at("/workflows/0/steps").size()).isEqualTo(1);
        assertThat(edited.text()).contains("# who: the shop", "x-mine: kept", "      - stepId: pay\n");
    }

    @Test
    void editsInsideAFlowCollectionByWritingItAnew() {
        var edited = DocumentText.of(TEXT).set("/workflows/0/steps/1/requestBody/payload", json("{\"b\": [1, 2]}"));

        assertThat(edited.at("/workflows/0/steps/1/requestBody/payload/b/1").asInt())
                .isEqualTo(2);
        assertThat(edited.at("/workflows/0/steps/1/requestBody/contentType").asString())
                .isEqualTo("application/json");
    }

    @Test
    void writesJsonAsJson() {
        var edited = DocumentText.of("{\"workflows\": [{\"steps\": [{\"stepId\": \"a\"}]}]}")
                .set("/workflows/0/steps/1", json("{\"stepId\": \"b\"}"));

        assertThat(edited.text()).startsWith("{");
        assertThat(edited.at("/workflows/0/steps/1/stepId").asString()).isEqualTo("b");
    }

    @Test
    void countsCharactersBeyondTheFirstPlane() {
        var edited = DocumentText.of("a: 🙂🙂\nb: 1\n").set("/b", json("2"));

        assertThat(edited.text()).isEqualTo("a: 🙂🙂\nb: 2\n");
    }

    @Test
    void refusesATextThatIsNoYamlWithItsLine() {
        assertThatThrownBy(() -> DocumentText.of("a: 1\nb: [\n"))
                .isInstanceOfSatisfying(
                        InvalidArazzo.class,
                        refused ->
                                assertThat(refused.findings().getFirst().line()).isGreaterThan(1));
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
