package dev.interlock.testcase;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;

/**
 * Changes Arazzo documents step by step and leaves everything else in them as it was written. A workflow is named by its
 * id; an empty or unknown id means the first one. Steps count from 0.
 *
 * <p>Everything throws {@link TestCaseProblem#WORKFLOW_IS_UNREADABLE} with the line when the text is no YAML or JSON.
 */
public interface WorkflowEditor {

    /** The workflow as a form shows it; an empty text has no steps. */
    EditedWorkflow read(String text, String workflowId);

    /**
     * Adds a call of an operation at the end, with values and body from the examples of the interface and the status it
     * promises. An empty text becomes a document with this title.
     *
     * @param operation method and path as the interface names it, such as {@code GET /orders/{id}}
     */
    String add(ProjectId project, String text, String workflowId, ServiceKey service, String operation, String title);

    /** Makes a step what the form says; only what differs is written. */
    String change(String text, String workflowId, int step, EditedStep wanted);

    /** Moves a step one place up (-1) or down (1); at the end of the list nothing happens. */
    String move(String text, String workflowId, int step, int by);

    /** Takes a step away; the last one stays. */
    String remove(String text, String workflowId, int step);

    /** The same without the remark of what is to be filled in, so that the test can run. */
    String filledIn(String text, String workflowId);

    /**
     * The content to try a workflow out up to and including a step.
     *
     * @throws dev.interlock.platform.Problem {@link TestCaseProblem#TEST_CASE_IS_REFUSED} with findings when it cannot be
     *     carried out so far
     */
    PinnedTest upTo(ProjectId project, TestKey key, String text, String workflowId, int step);
}
