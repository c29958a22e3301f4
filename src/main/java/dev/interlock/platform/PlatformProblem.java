package dev.interlock.platform;

/** Refusals every module shares. */
public enum PlatformProblem implements ProblemType {
    KEY_IS_MALFORMED(
            Kind.REJECTED,
            "Use 1 to 63 characters: lower-case letters, digits, dot, underscore and dash, starting with a letter or digit."),
    CURSOR_IS_INVALID(Kind.BAD_REQUEST, "Start the list again without the cursor."),
    VERSION_IS_STALE(Kind.STALE, "Read it again, repeat the change on the newer version and send its ETag."),
    VERSION_IS_MISSING(Kind.PRECONDITION_REQUIRED, "Send the ETag you read as If-Match, or If-Match: * to overwrite.");

    private final Kind kind;
    private final String next;

    PlatformProblem(Kind kind, String next) {
        this.kind = kind;
        this.next = next;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String next() {
        return next;
    }
}
