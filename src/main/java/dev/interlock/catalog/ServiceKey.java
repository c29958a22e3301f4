package dev.interlock.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.interlock.platform.Keys;

/** The key of a service: permanent, unique in its project. */
public record ServiceKey(@JsonValue String value) implements Comparable<ServiceKey> {
    /** Refuses what is not a key, see {@link Keys}. */
    public ServiceKey {
        Keys.require("service", value);
    }

    /** The key written as this text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ServiceKey of(String value) {
        return new ServiceKey(value);
    }

    @Override
    public int compareTo(ServiceKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
