package dev.interlock.testcase;

/** How a test case is carried out. */
public enum TestKind {
    /** An Arazzo document, carried out by Interlock. */
    WORKFLOW,
    /** Steps and expected results; a person records the verdict. */
    MANUAL,
    /** Carried out elsewhere; its result is reported. */
    EXTERNAL
}
