package dev.interlock.ingest;

import dev.interlock.platform.Finding;

/** A file that cannot be read as a report; nothing of it counts. */
final class UnreadableReport extends Exception {
    private final transient Finding finding;

    UnreadableReport(Finding finding) {
        super(finding.problem());
        this.finding = finding;
    }

    UnreadableReport(String where, String problem, String hint) {
        this(Finding.error(where, problem, hint));
    }

    Finding finding() {
        return finding;
    }
}
