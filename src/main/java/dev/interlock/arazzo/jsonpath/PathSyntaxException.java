package dev.interlock.arazzo.jsonpath;

/** A query is not well formed. */
public final class PathSyntaxException extends RuntimeException {
    PathSyntaxException(String text, int position, String problem) {
        super("JSONPath \"" + text + "\" is not well formed at position " + (position + 1) + ": " + problem);
    }
}
