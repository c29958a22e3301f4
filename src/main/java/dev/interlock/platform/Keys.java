package dev.interlock.platform;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one shape of keys that people choose: {@code [a-z0-9][a-z0-9._-]{0,62}}. */
public final class Keys {
    private static final int LONGEST = 63;

    private Keys() {}

    /**
     * The key itself when it is well formed; otherwise a {@link Problem} that names what it is the key of. It may be null
     * because JSON can be.
     */
    public static String require(String what, @Nullable String key) {
        if (key == null) {
            throw PlatformProblem.KEY_IS_MALFORMED.because("A key of a " + what + " is missing.");
        }
        if (!isWellFormed(key)) {
            throw PlatformProblem.KEY_IS_MALFORMED.because(
                    "The key of the " + what + " is \"" + shortened(key) + "\", which is not a key.");
        }
        return key;
    }

    /** Whether the text is a key. */
    public static boolean isWellFormed(String key) {
        return !key.isEmpty()
                && key.length() <= LONGEST
                && isLetterOrDigit(key.charAt(0))
                && key.chars().allMatch(c -> isLetterOrDigit((char) c) || c == '.' || c == '_' || c == '-');
    }

    /** A key made from a name people gave; "unnamed" when nothing of it can be kept. */
    public static String propose(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var key = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[._-]+", "");
        var cut = key.substring(0, Math.min(key.length(), LONGEST)).replaceAll("[._-]+$", "");
        return cut.isEmpty() ? "unnamed" : cut;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
