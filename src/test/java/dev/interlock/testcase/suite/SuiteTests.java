package dev.interlock.testcase.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.Suite;
import dev.interlock.testcase.SuiteKey;
import dev.interlock.testcase.TestCase;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestQuery;
import dev.interlock.testcase.TestState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteTests {
    private static final SuiteKey ALL = new SuiteKey("all");
    private static final SuiteKey SMOKE = new SuiteKey("smoke");
    private static final SuiteKey DEEP = new SuiteKey("deep");

    @Test
    void namesTheCycleASuiteWouldClose() {
        var suites = List.of(suite(SMOKE, List.of(), List.of(DEEP), ""), suite(DEEP, List.of(), List.of(ALL), ""));

        assertThat(SuiteNesting.cycle(ALL, List.of(SMOKE), suites)).contains("all -> smoke -> deep -> all");
        assertThat(SuiteNesting.cycle(ALL, List.of(ALL), List.of())).contains("all -> all");
        assertThat(SuiteNesting.cycle(SMOKE, List.of(), suites)).isEmpty();
    }

    @Test
    void listsItsTestsThenThoseOfItsSuitesThenThoseOfItsQueryEachOnce() {
        var tests = List.of(test("a", "fast"), test("b", "slow"), test("c", "fast"));
        var suites = Map.of(
                ALL, suite(ALL, List.of("c"), List.of(SMOKE), "tag:fast"),
                SMOKE, suite(SMOKE, List.of("b"), List.of(), ""));

        assertThat(new SuiteTree(suites, tests).expand(ALL))
                .extracting(TestKey::value)
                .containsExactly("c", "b", "a");
    }

    @Test
    void filtersByFieldsWordsAndTheirOpposites() {
        var test = test("cart-read", "fast");

        assertThat(TestQuery.parse("kind:workflow state:ready cart").matches(test))
                .isTrue();
        assertThat(TestQuery.parse("-tag:fast").matches(test)).isFalse();
        assertThat(TestQuery.parse("key:cart-*").matches(test)).isTrue();
        assertThat(TestQuery.parse("colour:red").unknown()).containsExactly("colour:red");
    }

    private static Suite suite(SuiteKey key, List<String> tests, List<SuiteKey> suites, String query) {
        return new Suite(key, key.value(), tests.stream().map(TestKey::new).toList(), suites, query, 1);
    }

    private static TestCase test(String key, String tag) {
        return new TestCase(
                new TestKey(key),
                TestKind.WORKFLOW,
                key,
                TestState.READY,
                List.of(),
                false,
                List.of(tag),
                "",
                "",
                List.of(),
                CrashPolicy.RERUN,
                1,
                "main",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                1);
    }
}
