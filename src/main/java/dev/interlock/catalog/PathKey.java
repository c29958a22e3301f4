package dev.interlock.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.interlock.platform.Keys;

/** The key of an integration path: permanent, unique in its project. */
public record PathKey(@JsonValue String value) implements Comparable<PathKey> {
    /** Refuses what is not a key, see {@link Keys}. */
    public PathKey {
        Keys.require("path", value);
    }

    /** The key written as this text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PathKey of(String value) {
        return new PathKey(value);
    }

    @Override
    public int compareTo(PathKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
