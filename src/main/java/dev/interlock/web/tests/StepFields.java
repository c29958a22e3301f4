package dev.interlock.web.tests;

import dev.interlock.testcase.EditedStep;
import dev.interlock.testcase.EditedStep.Check;
import dev.interlock.testcase.EditedStep.Output;
import dev.interlock.testcase.EditedStep.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fields of one step in the form; rows stand in parallel lists. */
final class StepFields {
    private final HttpServletRequest request;

    private StepFields(HttpServletRequest request) {
        this.request = request;
    }

    /** The step as the form says it; empty when no step was shown. */
    static Optional<EditedStep> of(HttpServletRequest request) {
        return request.getParameter("stepId") == null ? Optional.empty() : Optional.of(new StepFields(request).step());
    }

    private EditedStep step() {
        return new EditedStep(
                text("stepId").strip(),
                "",
                text("description"),
                values(),
                text("contentType").strip(),
                text("body"),
                checks(),
                outputs(),
                List.of());
    }

    private List<Value> values() {
        return IntStream.range(0, list("pName").length)
                .mapToObj(row ->
                        new Value(place("pAt", row), at("pName", row).strip(), at("pIn", row), at("pValue", row)))
                .toList();
    }

    private List<Check> checks() {
        return IntStream.range(0, list("cCondition").length)
                .mapToObj(row ->
                        new Check(place("cAt", row), at("cCondition", row), at("cType", row), at("cContext", row)))
                .toList();
    }

    private List<Output> outputs() {
        return IntStream.range(0, list("oName").length)
                .mapToObj(row -> new Output(at("oName", row), at("oExpression", row)))
                .toList();
    }

    private int place(String name, int row) {
        var text = at(name, row);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }

    private String at(String name, int row) {
        var all = list(name);
        return row < all.length ? all[row].replace("\r\n", "\n") : "";
    }

    private String text(String name) {
        return at(name, 0);
    }

    private String[] list(String name) {
        var values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }
}
