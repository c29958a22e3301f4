package dev.interlock.arazzo;

import java.util.List;

/** A document was refused; carries everything found in it. */
public final class InvalidArazzo extends RuntimeException {
    private final transient List<DocumentFinding> findings;

    InvalidArazzo(List<DocumentFinding> findings) {
        super(sentence(findings));
        this.findings = List.copyOf(findings);
    }

    private static String sentence(List<DocumentFinding> findings) {
        var first = findings.stream().filter(DocumentFinding::isError).findFirst();
        var more = findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : "";
        return first.map(finding -> finding.where() + ": " + finding.problem()).orElse("The document is refused.")
                + more;
    }

    /** Everything found, errors and warnings. */
    public List<DocumentFinding> findings() {
        return findings;
    }
}
