package dev.interlock.ingest.dialect;

import dev.interlock.platform.Finding;

/** A file that cannot be read as a report; nothing of it counts. */
public final class UnreadableReport extends Exception {
    private final transient Finding finding;

    UnreadableReport(Finding finding) {
        super(finding.problem());
        this.finding = finding;
    }

    /** A file that is refused for this. */
    public UnreadableReport(String where, String problem, String hint) {
        this(Finding.error(where, problem, hint));
    }

    static UnreadableReport empty(String file) {
        return new UnreadableReport(file, "The file is empty.", "Send the report as the tool wrote it.");
    }

    /** What is wrong, where, and what to do next. */
    public Finding finding() {
        return finding;
    }
}
