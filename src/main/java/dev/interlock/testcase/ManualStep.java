package dev.interlock.testcase;

/**
 * One step of a manual test case.
 *
 * @param action what the person does
 * @param expected what has to be seen then, empty when the step only prepares
 */
public record ManualStep(String action, String expected) {}
