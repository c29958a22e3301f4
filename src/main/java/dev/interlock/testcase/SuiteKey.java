package dev.interlock.testcase;

import dev.interlock.platform.Keys;

/** The key of a suite: chosen at creation, unique within its project, permanent. */
public record SuiteKey(String value) implements Comparable<SuiteKey> {

    /** Refuses what is not a key. */
    public SuiteKey {
        Keys.require("suite", value);
    }

    @Override
    public int compareTo(SuiteKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
