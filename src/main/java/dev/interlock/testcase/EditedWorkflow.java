package dev.interlock.testcase;

import java.util.List;

/**
 * A workflow as the form of the editor shows it.
 *
 * @param workflowId its id in the document
 * @param index its place in the document, from 0
 * @param steps its steps in order
 */
public record EditedWorkflow(String workflowId, int index, List<EditedStep> steps) {}
