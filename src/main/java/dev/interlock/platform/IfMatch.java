package dev.interlock.platform;

import org.jspecify.annotations.Nullable;

/**
 * The version a writer has seen. Creating needs none; changing what exists without one is refused, a stale one too;
 * {@link #any()} overwrites.
 *
 * @param version the version seen, null when none was given
 * @param overwrite whether any version will do
 */
public record IfMatch(@Nullable Long version, boolean overwrite) {

    /** No version given: good for creating only. */
    public static IfMatch none() {
        return new IfMatch(null, false);
    }

    /** Whatever is there is overwritten. */
    public static IfMatch any() {
        return new IfMatch(null, true);
    }

    /** Only this version is changed. */
    public static IfMatch version(long version) {
        return new IfMatch(version, false);
    }

    /**
     * Reads the header of a request: absent, {@code *}, or one entity tag such as {@code "7"}. A tag that is not one of
     * ours counts as a version nobody has.
     */
    public static IfMatch header(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return none();
        }
        var tag = value.strip().replace("W/", "").replace("\"", "");
        if (tag.equals("*")) {
            return any();
        }
        return tag.matches("\\d{1,18}") ? version(Long.parseLong(tag)) : version(-1);
    }

    /** Lets a change of the existing entity pass, or refuses it with a {@link Problem}. */
    public void check(String what, long current) {
        if (overwrite) {
            return;
        }
        if (version == null) {
            throw PlatformProblem.VERSION_IS_MISSING.because(
                    "The " + what + " exists already, as version " + current + ".");
        }
        if (version != current) {
            throw PlatformProblem.VERSION_IS_STALE.because(
                    "The " + what + " was changed meanwhile: it is version " + current + ", you have seen another.");
        }
    }
}
