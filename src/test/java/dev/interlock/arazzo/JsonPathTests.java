package dev.interlock.arazzo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class JsonPathTests {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void passesEveryCaseOfTheComplianceSuite() throws Exception {
        try (var suite = JsonPathTests.class.getResourceAsStream("/fixtures/jsonpath/cts.json")) {
            var cases = JSON.readTree(suite).path("tests");
            var failures = new ArrayList<String>();

            cases.forEach(each -> {
                if (!passes(each)) {
                    failures.add(each.path("name").asString() + ": " + each.path("selector"));
                }
            });

            assertThat(cases.size()).isEqualTo(703);
            assertThat(failures).isEmpty();
        }
    }

    private static boolean passes(JsonNode test) {
        var selector = test.path("selector").stringValue();
        try {
            var found = JsonPath.parse(selector).select(test.path("document"));
            var actual = JSON.createArrayNode().addAll(found);
            var expected = test.has("result")
                    ? List.of(test.path("result"))
                    : List.copyOf(test.path("results").values());
            return !test.path("invalid_selector").asBoolean(false) && expected.contains(actual);
        } catch (IllegalArgumentException refused) {
            return test.path("invalid_selector").asBoolean(false);
        }
    }

    @Test
    void namesThePositionOfAFault() {
        assertThatThrownBy(() -> JsonPath.parse("$.a[?(@.b = 1)]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position 11");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 50_000})
    void refusesDeepNestingInsteadOfOverflowing(int depth) {
        assertThatThrownBy(() -> JsonPath.parse("$[?" + "(".repeat(depth) + "@.a" + ")".repeat(depth) + "]"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsAtTooManyValues() {
        var wide = JsonNodeFactory.instance.arrayNode();
        for (var count = 0; count < 200; count++) {
            wide.addArray().add(1).add(2).addArray().add(3);
        }

        assertThatThrownBy(() -> JsonPath.parse("$..*..*..*..*..*[?$..*..*..*]").select(deep(wide)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("limit");
    }

    private static JsonNode deep(JsonNode inner) {
        var node = inner;
        for (var level = 0; level < 50; level++) {
            node = JsonNodeFactory.instance.arrayNode().add(node).add(node);
        }
        return node;
    }

    @Test
    void doesNotOverflowOnDeepValues() {
        JsonNode node = JsonNodeFactory.instance.arrayNode();
        for (var level = 0; level < 20_000; level++) {
            node = JsonNodeFactory.instance.arrayNode().add(node);
        }
        var deep = node;

        assertThatThrownBy(() -> JsonPath.parse("$..x").select(deep)).isInstanceOf(IllegalStateException.class);
    }
}
