package dev.interlock.testcase;

/** Whether a test case can be carried out. */
public enum TestState {
    /** Nothing stands in the way. */
    READY,
    /** Values are made up or open; a person has to look at it first. */
    DRAFT,
    /** The findings name what is wrong: in the document, or between it and the registered services. */
    INVALID
}
