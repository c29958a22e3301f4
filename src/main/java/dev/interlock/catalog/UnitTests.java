package dev.interlock.catalog;

/** Verdict of the unit tests of one version. */
public enum UnitTests {
    PASSED,
    FAILED,
    UNKNOWN
}
