package dev.interlock.schedule;

import dev.interlock.platform.Keys;

/** Key of a schedule within its project. */
public record ScheduleKey(String value) implements Comparable<ScheduleKey> {
    /** Refuses what is not a key. */
    public ScheduleKey {
        Keys.require("schedule", value);
    }

    @Override
    public int compareTo(ScheduleKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
