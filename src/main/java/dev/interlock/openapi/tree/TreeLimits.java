package dev.interlock.openapi.tree;

/**
 * Bounds on a text and the tree made of it.
 *
 * @param jsonBytes largest JSON text in bytes
 * @param yamlBytes largest YAML text in bytes
 * @param depth deepest nesting of objects and arrays
 * @param nodes most values in the tree, YAML aliases counted as often as they are used
 * @param stringLength longest single string in characters
 */
public record TreeLimits(int jsonBytes, int yamlBytes, int depth, int nodes, int stringLength) {
    private static final int MIB = 1024 * 1024;

    /** For interface documents: 16 MiB as JSON, 8 MiB as YAML, 100 levels, two million values. */
    public static final TreeLimits DOCUMENT = new TreeLimits(16 * MIB, 8 * MIB, 100, 2_000_000, MIB);

    /** For answers of services: 16 MiB, 200 levels, two million values. */
    public static final TreeLimits BODY = new TreeLimits(16 * MIB, 0, 200, 2_000_000, 16 * MIB);
}
