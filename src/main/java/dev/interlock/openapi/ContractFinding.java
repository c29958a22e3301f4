package dev.interlock.openapi;

import dev.interlock.platform.Finding.Severity;

/**
 * Where an answer differs from what its interface promises.
 *
 * @param kind which promise
 * @param where JSON pointer into the body, name of the header, or empty for the answer as a whole
 * @param message one sentence
 * @param expected what the interface says, shortened
 * @param actual what came, shortened and not masked; empty when it does not apply
 * @param severity ERROR breaks the contract, WARNING and INFO do not
 */
public record ContractFinding(
        Kind kind, String where, String message, String expected, String actual, Severity severity) {

    /** Which promise of an interface is concerned. */
    public enum Kind {
        /** The status is not described. */
        STATUS,
        /** The media type is not described. */
        CONTENT_TYPE,
        /** A header is missing or wrong. */
        HEADER,
        /** The body does not fit its schema. */
        BODY,
        /** A property the schema does not name. */
        UNDOCUMENTED_PROPERTY,
        /** A property only meant for requests. */
        WRITE_ONLY,
        /** Something could not be checked. */
        UNKNOWN
    }

    /** Whether the contract is broken. */
    public boolean breaking() {
        return severity == Severity.ERROR;
    }
}
