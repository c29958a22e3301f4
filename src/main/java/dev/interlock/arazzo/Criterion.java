package dev.interlock.arazzo;

import java.util.Optional;

/**
 * A condition that holds or does not.
 *
 * @param condition the condition as written
 * @param type how it is to be read
 * @param context expression the condition is applied to; absent for simple ones
 * @param label name for people ({@code x-interlock-label})
 * @param pointer JSON pointer to it
 */
public record Criterion(String condition, Type type, Optional<String> context, Optional<String> label, String pointer) {

    /** The languages of conditions. */
    public enum Type {
        SIMPLE,
        REGEX,
        JSONPATH,
        XPATH
    }
}
