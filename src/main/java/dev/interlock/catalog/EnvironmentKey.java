package dev.interlock.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.interlock.platform.Keys;

/** The key of an environment: permanent, unique in its project. */
public record EnvironmentKey(@JsonValue String value) implements Comparable<EnvironmentKey> {
    /** Refuses what is not a key, see {@link Keys}. */
    public EnvironmentKey {
        Keys.require("environment", value);
    }

    /** The key written as this text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EnvironmentKey of(String value) {
        return new EnvironmentKey(value);
    }

    @Override
    public int compareTo(EnvironmentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
