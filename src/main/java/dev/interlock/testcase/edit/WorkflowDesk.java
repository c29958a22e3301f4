package dev.interlock.testcase.edit;

import dev.interlock.arazzo.DocumentText;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.platform.Keys;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.CrashPolicy;
import dev.interlock.testcase.EditedStep;
import dev.interlock.testcase.EditedWorkflow;
import dev.interlock.testcase.PinnedTest;
import dev.interlock.testcase.TestCaseProblem;
import dev.interlock.testcase.TestKey;
import dev.interlock.testcase.TestKind;
import dev.interlock.testcase.TestState;
import dev.interlock.testcase.WorkflowEditor;
import dev.interlock.testcase.document.CheckedWorkflow;
import dev.interlock.testcase.document.CheckedWorkflow.BoundSource;
import dev.interlock.testcase.document.WorkflowChecks;
import dev.interlock.testcase.draft.StepDrafts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Edits documents by their text; what is known of services comes from their interfaces. */
@Component
class WorkflowDesk implements WorkflowEditor {
    private static final String STEP = "/workflows/0/steps/0";

    private final Interfaces interfaces;
    private final WorkflowChecks checks;

    WorkflowDesk(Interfaces interfaces, WorkflowChecks checks) {
        this.interfaces = interfaces;
        this.checks = checks;
    }

    @Override
    public EditedWorkflow read(String text, String workflowId) {
        if (text.isBlank()) {
            return new EditedWorkflow("", 0, List.of());
        }
        var document = Documents.read(text, workflowId);
        return new EditedWorkflow(
                document.workflowId(),
                document.workflow(),
                document.steps().valueStream().map(StepReader::read).toList());
    }

    @Override
    public String add(
            ProjectId project, String text, String workflowId, ServiceKey service, String operation, String title) {
        var known = interfaceOf(project, service);
        var called = known.operation(operation)
                .orElseThrow(() -> TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                        "The interface of \"" + service + "\" has no operation \"" + operation + "\"."));
        if (text.isBlank()) {
            return first(service, known, called, title);
        }
        var document = Documents.read(text, workflowId);
        var source = SourceNames.find(document.text(), service);
        var bound = source.isPresent() ? document.text() : SourceNames.with(document.text(), service);
        var step = step(service, known, called, source.orElse(SourceNames.propose(service)), document.stepIds());
        return bound.set(document.place() + "/steps/" + document.steps().size(), step)
                .text();
    }

    private OpenApiDocument interfaceOf(ProjectId project, ServiceKey service) {
        return interfaces
                .document(project, service)
                .orElseThrow(() -> TestCaseProblem.NOTHING_TO_DRAFT_FROM.because(
                        "The service \"" + service + "\" has no interface."));
    }

    private static JsonNode step(
            ServiceKey service, OpenApiDocument known, Operation called, String source, Set<String> taken) {
        return StepDrafts.document(service, known, called, source, taken).tree().at(STEP);
    }

    private static String first(ServiceKey service, OpenApiDocument known, Operation called, String title) {
        var source = SourceNames.propose(service);
        var name = title.isBlank() ? called.key() : title;
        var made = StepDrafts.document(service, known, called, source, Set.of());
        var text = DocumentText.of(made.write())
                .set("/info/title", JsonNodeFactory.instance.stringNode(name))
                .set(
                        "/workflows/0/workflowId",
                        JsonNodeFactory.instance.stringNode(Keys.propose(name).replace('.', '-')));
        return source.equals(service.value())
                ? text.text()
                : text.set(
                                "/sourceDescriptions/0/x-interlock-service",
                                JsonNodeFactory.instance.stringNode(service.value()))
                        .text();
    }

    @Override
    public String change(String text, String workflowId, int step, EditedStep wanted) {
        var document = Documents.read(text, workflowId);
        return StepWriter.write(document.text(), document.step(step), wanted).text();
    }

    @Override
    public String filledIn(String text, String workflowId) {
        var document = Documents.read(text, workflowId);
        var place = document.place() + "/" + CheckedWorkflow.FILL_IN;
        return document.text().at(place).isMissingNode()
                ? document.text().text()
                : document.text().remove(place).text();
    }

    @Override
    public String move(String text, String workflowId, int step, int by) {
        var document = Documents.read(text, workflowId);
        document.step(step);
        var upper = by < 0 ? step - 1 : step;
        return upper < 0 || upper + 1 >= document.steps().size()
                ? document.text().text()
                : document.text().swapWithNext(document.step(upper)).text();
    }

    @Override
    public String remove(String text, String workflowId, int step) {
        var document = Documents.read(text, workflowId);
        if (document.steps().size() < 2) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because("A workflow needs a step; this is its only one.");
        }
        return document.text().remove(document.step(step)).text();
    }

    @Override
    public PinnedTest upTo(ProjectId project, TestKey key, String text, String workflowId, int step) {
        var document = Documents.read(text, workflowId);
        var cut = Trimming.upTo(document, step);
        var checked = checks.check(project, cut, document.workflowId());
        if (checked.hasErrors()) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                    "The workflow cannot be tried out up to this step.", checked.findings());
        }
        return new PinnedTest(
                key,
                document.workflowId(),
                0,
                TestKind.WORKFLOW,
                TestState.READY,
                cut,
                checked.workflowId(),
                checked.sources().stream().collect(Collectors.toMap(BoundSource::name, BoundSource::service)),
                checked.operations(),
                List.of(),
                List.of(),
                CrashPolicy.RERUN);
    }
}
