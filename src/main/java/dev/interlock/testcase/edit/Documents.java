package dev.interlock.testcase.edit;

import dev.interlock.arazzo.DocumentFinding;
import dev.interlock.arazzo.DocumentText;
import dev.interlock.arazzo.InvalidArazzo;
import dev.interlock.testcase.TestCaseProblem;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A document on the desk: its text, and where in it the workflow is that is being edited. */
record Documents(DocumentText text, int workflow) {
    private static final int LONGEST = 1 << 20;

    static Documents read(String text, String workflowId) {
        if (text.length() > LONGEST) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                    "The document is longer than 1 MiB, which only the YAML view edits.");
        }
        try {
            var read = DocumentText.of(text.replace("\r\n", "\n"));
            return new Documents(read, indexOf(read.at("/workflows"), workflowId));
        } catch (InvalidArazzo broken) {
            throw TestCaseProblem.WORKFLOW_IS_UNREADABLE.because(
                    "The document cannot be read, so the form cannot show it.",
                    broken.findings().stream().map(DocumentFinding::toFinding).toList());
        }
    }

    String workflowId() {
        return text.at(place() + "/workflowId").asString("");
    }

    JsonNode steps() {
        return text.at(place() + "/steps");
    }

    String place() {
        return "/workflows/" + workflow;
    }

    String step(int index) {
        if (index < 0 || index >= steps().size()) {
            throw TestCaseProblem.TEST_CASE_IS_REFUSED.because(
                    "The workflow has no step " + (index + 1) + "; it has " + steps().size() + ".");
        }
        return place() + "/steps/" + index;
    }

    Set<String> stepIds() {
        return steps().valueStream()
                .map(step -> step.path("stepId").asString(""))
                .collect(Collectors.toSet());
    }

    private static int indexOf(JsonNode workflows, String workflowId) {
        return IntStream.range(0, workflows.size())
                .filter(at -> workflows.path(at).path("workflowId").asString("").equals(workflowId))
                .findFirst()
                .orElse(0);
    }
}
