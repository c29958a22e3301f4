package dev.interlock.platform;

import java.util.UUID;

/** Identity of a run, unique over all projects. */
public record RunId(UUID value) {

    /** Reads an identity from its text form; refuses anything else with an {@link IllegalArgumentException}. */
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
