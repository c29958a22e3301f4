package dev.interlock.security;

/**
 * Somebody with an account.
 *
 * @param active false when signing in is switched off
 * @param passwordVersion counts changes of the password; sessions of an older one are dead
 */
public record Person(
        long id,
        String name,
        String email,
        boolean instanceAdmin,
        boolean active,
        int passwordVersion,
        Preferences preferences) {

    /**
     * How somebody likes pages.
     *
     * @param theme {@code system}, {@code light} or {@code dark}
     * @param shortcuts whether single-key shortcuts are on
     * @param zone time zone, such as {@code Europe/Berlin}
     * @param exactTimes whether times are always shown in full
     */
    public record Preferences(String theme, boolean shortcuts, String zone, boolean exactTimes) {
        /** What a new account starts with. */
        public static final Preferences DEFAULT = new Preferences("system", true, "UTC", false);
    }
}
