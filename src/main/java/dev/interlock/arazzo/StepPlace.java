package dev.interlock.arazzo;

/**
 * Which activation of which step.
 *
 * @param number number of the activation in this run, from 1
 * @param workflowId workflow the step is in
 * @param stepId the step
 * @param depth 0 in the workflow asked for, 1 in one it calls, and so on
 * @param teardown whether it belongs to the teardown
 */
public record StepPlace(int number, String workflowId, String stepId, int depth, boolean teardown) {}
