package dev.interlock.api.testing;

import static java.util.Objects.requireNonNullElse;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.Finding;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.DataRows;
import dev.interlock.testcase.ManualStep;
import dev.interlock.testcase.TestCaseDraft;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written of a test case.
 *
 * @param covers paths it covers as a person says; left out or null to have them worked out
 * @param workflow an Arazzo document, as text or as JSON
 * @param data a list of rows, or a text of comma-separated values
 */
record TestCaseWritten(
        @Nullable TestKind kind,
        @Nullable String name,
        @Nullable List<String> covers,
        @Nullable List<String> tags,
        @Nullable String owner,
        @Nullable String team,
        @Nullable List<String> requirements,
        @Nullable CrashPolicy crashPolicy,
        @Nullable JsonNode workflow,
        @Nullable String workflowId,
        @Nullable List<StepWritten> steps,
        @Nullable JsonNode data) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A manual step as written. */
    record StepWritten(@Nullable String action, @Nullable String expected) {
        ManualStep step() {
            return new ManualStep(requireNonNullElse(action, ""), requireNonNullElse(expected, ""));
        }
    }

    TestCaseDraft draft(String key) {
        return new TestCaseDraft(
                requireNonNullElse(kind, workflow == null ? TestKind.EXTERNAL : TestKind.WORKFLOW),
                requireNonNullElse(name, key),
                covers == null ? null : covers.stream().map(PathKey::new).toList(),
                requireNonNullElse(tags, List.of()),
                requireNonNullElse(owner, ""),
                requireNonNullElse(team, ""),
                requireNonNullElse(requirements, List.of()),
                requireNonNullElse(crashPolicy, CrashPolicy.RERUN),
                text(),
                workflowId,
                requireNonNullElse(steps, List.<StepWritten>of()).stream()
                        .map(StepWritten::step)
                        .toList(),
                rows());
    }

    private @Nullable String text() {
        if (workflow == null || workflow.isNull()) {
            return null;
        }
        return workflow.isString() ? workflow.asString() : workflow.toString();
    }

    private List<Map<String, @Nullable Object>> rows() {
        if (data == null || data.isNull()) {
            return List.of();
        }
        if (data.isString()) {
            return DataRows.csv(data.asString());
        }
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var row : data) {
            rows.add(row(row));
        }
        return rows;
    }

    @SuppressWarnings("NullAway") // the values a type reference reads may be null, which it cannot say
    private static Map<String, @Nullable Object> row(JsonNode row) {
        if (!row.isObject()) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                    "The data set is refused: it has to be a list of objects or a text of comma-separated values.",
                    List.of(Finding.error("data", "One of its rows is no object.", "Write {\"column\": value}.")));
        }
        return MAPPER.convertValue(row, new TypeReference<Map<String, @Nullable Object>>() {});
    }
}
