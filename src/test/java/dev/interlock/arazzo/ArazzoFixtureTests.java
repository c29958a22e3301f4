package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArazzoFixtureTests {
    private static final String INVALID = "redocly-cli--arazzo-not-valid-test-description-museum.yaml";

    static Stream<String> valid() throws IOException {
        return truth().properties().stream()
                .filter(entry -> entry.getValue().path("is_arazzo").asBoolean())
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(INVALID));
    }

    private static JsonNode truth() throws IOException {
        return JsonMapper.shared().readTree(text("TRUTH.json")).path("files");
    }

    private static String text(String name) throws IOException {
        try (var stream = ArazzoFixtureTests.class.getResourceAsStream("/fixtures/arazzo/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void readsEveryDocumentWithTheCountsOfTheTruth(String name) throws IOException {
        var expected = truth().path(name);

        var document = ArazzoDocument.read(text(name));

        assertThat(document.version()).isEqualTo(expected.path("version").asString());
        assertThat(document.workflows().stream().map(Workflow::workflowId))
                .containsExactlyElementsOf(texts(expected.path("workflow_ids")));
        assertThat(document.workflows().stream()
                        .mapToInt(each -> each.steps().size())
                        .sum())
                .isEqualTo(expected.path("steps").intValue());
        assertThat(document.sourceDescriptions())
                .hasSize(expected.path("sources").size());
        assertThat(targets(document, StepTarget.ById.class))
                .isEqualTo(expected.path("by_target").path("operationId").intValue());
        assertThat(targets(document, StepTarget.ByPath.class))
                .isEqualTo(expected.path("by_target").path("operationPath").intValue());
        assertThat(targets(document, StepTarget.SubWorkflow.class))
                .isEqualTo(expected.path("by_target").path("workflowId").intValue());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static long targets(ArazzoDocument document, Class<? extends StepTarget> kind) {
        return document.workflows().stream()
                .flatMap(workflow -> workflow.steps().stream())
                .filter(step -> kind.isInstance(step.target()))
                .count();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void writesWhatItReads(String name) throws IOException {
        var document = ArazzoDocument.read(text(name));

        var again = ArazzoDocument.read(document.write());

        assertThat(again.tree()).isEqualTo(document.tree());
    }

    @Test
    void refusesTheInvalidOneWithEveryPlaceAndReason() throws IOException {
        var text = text(INVALID);

        assertThatThrownBy(() -> ArazzoDocument.read(text)).isInstanceOfSatisfying(InvalidArazzo.class, refused -> {
            assertThat(refused.findings())
                    .extracting(DocumentFinding::problem)
                    .contains("The field \"info\" is missing.", "The field \"steps\" is missing.");
            assertThat(refused.findings())
                    .filteredOn(each -> each.problem().contains("steps"))
                    .first()
                    .satisfies(each -> assertThat(each.line()).isEqualTo(9));
        });
    }

    @Test
    void readsAnExampleOfTheStandardAndNamesItsBrokenReferences() throws IOException {
        var findings = ArazzoDocument.read(text("Arazzo-Specification--bnpl-arazzo.yaml"))
                .findings();

        assertThat(findings)
                .filteredOn(DocumentFinding::isError)
                .extracting(DocumentFinding::problem)
                .anySatisfy(each -> assertThat(each).contains("loanTransactionId"))
                .anySatisfy(
                        each -> assertThat(each).contains("$steps.retrieveFinalizedPaymentPlan.finalizedPaymentPlan"));
    }

    @Test
    void warnsOfAPasswordInTheAddress() throws IOException {
        var findings = ArazzoDocument.read(text("Arazzo-Specification--LoginAndRetrievePets.arazzo.yaml"))
                .findings();

        assertThat(findings).anySatisfy(each -> {
            assertThat(each.problem()).contains("password").contains("address");
            assertThat(each.line()).isPositive();
        });
    }
}
