package dev.interlock.ingest;

import dev.interlock.platform.Kind;
import dev.interlock.platform.ProblemType;

/** Refusals of this module. */
public enum IngestProblem implements ProblemType {
    REPORT_IS_UNREADABLE(Kind.REJECTED, "Send the report as the tool wrote it."),
    REPORT_IS_MISSING(Kind.BAD_REQUEST, "Send at least one file as multipart part \"file\", or as the body."),
    VERSION_IS_MALFORMED(Kind.REJECTED, "Write each as service@version, such as orders@1.4.2."),
    DOCUMENT_IS_REFUSED(Kind.REJECTED, "Mend what is named and send it again."),
    IMPORT_IS_UNKNOWN(Kind.NOT_FOUND, "Look at the list of imports."),
    IMPORT_STAYS(Kind.CONFLICT, "Remove by hand what is no longer wanted."),
    TRACES_ARE_UNREADABLE(Kind.BAD_REQUEST, "Send an export request of OTLP as the exporter makes it."),
    TRACES_ARE_TOO_LARGE(Kind.TOO_LARGE, "Have the exporter send smaller batches."),
    TRACES_ARE_UNSUPPORTED(Kind.UNSUPPORTED, "Send application/x-protobuf or application/json, plain or with gzip."),
    TOO_MANY_SPANS(Kind.BUSY, "Send it again a little later, or sample at the source."),
    TRACE_PROJECT_IS_UNKNOWN(
            Kind.BAD_REQUEST, "Use a token of a project, or name the project in the header X-Interlock-Project."),
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
