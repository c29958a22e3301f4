package dev.interlock.cli;

/** What a command tells the shell. */
final class ExitCodes {
    /** All went well: the gate passed, the documents are valid. */
    static final int GOOD = 0;
    /** The gate failed, or a document has an error. */
    static final int BAD = 1;
    /** It could not be told: no answer, refused, incomplete, out of time. */
    static final int UNKNOWN = 2;

    private ExitCodes() {}
}
