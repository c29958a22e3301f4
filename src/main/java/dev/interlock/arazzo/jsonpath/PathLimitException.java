package dev.interlock.arazzo.jsonpath;

/** A query asks for more than is allowed. */
public final class PathLimitException extends RuntimeException {
    PathLimitException(String limit) {
        super("The JSONPath query reached a limit: " + limit + ".");
    }
}
