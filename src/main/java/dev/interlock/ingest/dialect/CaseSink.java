package dev.interlock.ingest.dialect;

import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.platform.Finding;
import java.util.function.Consumer;

/** Where the cases of one file go, and what is odd about them. */
record CaseSink(String file, Consumer<ReportedCase> cases, Consumer<Finding> findings) {

    void take(ReportedCase one) {
        cases.accept(one);
    }

    /** A record that is left out. */
    void refuse(int line, String problem, String hint) {
        findings.accept(Finding.error(where(line), problem, hint));
    }

    /** A record that counts, though something is odd about it. */
    void warn(int line, String problem, String hint) {
        findings.accept(Finding.warning(where(line), problem, hint));
    }

    /** The verdict of a case whose word for it nobody here knows, which is told. */
    Verdict unknown(String what, String word, int line) {
        warn(line, "The " + what + " \"" + Texts.label(word) + "\" is not known.", "It counts as skipped.");
        return Verdict.SKIPPED;
    }

    String where(int line) {
        return line > 0 ? file + ", line " + line : file;
    }

    UnreadableReport refusal(int line, String problem, String hint) {
        return new UnreadableReport(where(line), problem, hint);
    }
}
