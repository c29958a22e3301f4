package dev.interlock.ingest;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Refusals of this module. */
public enum IngestProblem implements ProblemType {
    REPORT_IS_UNREADABLE(Kind.REJECTED, "Send the report as the tool wrote it."),
    REPORT_IS_MISSING(Kind.BAD_REQUEST, "Send at least one file as multipart part \"file\", or as the body."),
    VERSION_IS_MALFORMED(Kind.REJECTED, "Write each as service@version, such as orders@1.4.2."),
    DOCUMENT_IS_REFUSED(Kind.REJECTED, "Mend what is named and send it again."),
    RULES_ARE_REFUSED(Kind.REJECTED, "Mend what is named and send them again."),
    RENAME_IS_REFUSED(Kind.REJECTED, "Give two different names that no other rename leads back to."),
    RENAME_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of renames.");

    private final Kind kind;
    private final String next;

    IngestProblem(Kind kind, String next) {
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
