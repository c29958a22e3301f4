package dev.interlock.web.assets;

/**
 * Where pages find style sheet, scripts and icons.
 *
 * @param base address without slash at the end, such as {@code /assets/3f9a0c1b27d4}; it changes with the content of
 *     any file below it, so that browsers may keep the files for ever
 */
public record Assets(String base) {

    /** The address of a file below {@code frontend}. */
    public String url(String path) {
        return base + "/" + path;
    }
}
