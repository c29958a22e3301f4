package dev.interlock.ingest;

import dev.interlock.catalog.PathKey;
import dev.interlock.testcase.TestKey;
import org.jspecify.annotations.Nullable;

/**
 * Says that reported cases cover a path, or that they are results of a test case; exactly one of both is given.
 *
 * @param service key of the reporting service, or empty for any
 * @param subject what of a case is looked at
 * @param property name of the property that is looked at, empty unless the subject is PROPERTY
 * @param pattern what it looks like; {@code *} stands for any text
 */
public record ResultRule(
        String service,
        Subject subject,
        String property,
        String pattern,
        @Nullable PathKey path,
        @Nullable TestKey test) {

    /** What of a reported case a rule looks at. */
    public enum Subject {
        /** Class and name, or the id the report gives. */
        NAME,
        /** Any of its tags, labels and values of properties. */
        TAG,
        /** The value of one property. */
        PROPERTY
    }

    /** Cases of any service with such a name cover this path. */
    public static ResultRule ofName(String pattern, PathKey path) {
        return new ResultRule("", Subject.NAME, "", pattern, path, null);
    }
}
