package dev.interlock.schedule;

import dev.interlock.platform.Keys;

/** Key of a trigger within its project. */
public record TriggerKey(String value) implements Comparable<TriggerKey> {
    /** Refuses what is not a key. */
    public TriggerKey {
        Keys.require("trigger", value);
    }

    @Override
    public int compareTo(TriggerKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
