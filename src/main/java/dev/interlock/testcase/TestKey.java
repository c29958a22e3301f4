package dev.interlock.testcase;

import dev.interlock.platform.Keys;

/** The key of a test case: chosen at creation, unique within its project, permanent. */
public record TestKey(String value) implements Comparable<TestKey> {

    /** Refuses what is not a key. */
    public TestKey {
        Keys.require("test case", value);
    }

    @Override
    public int compareTo(TestKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
