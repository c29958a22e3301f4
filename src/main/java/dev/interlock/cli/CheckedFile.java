package dev.interlock.cli;

import dev.interlock.arazzo.DocumentFinding;
import java.util.List;

/**
 * A document that was looked at.
 *
 * @param name the file as people find it again: relative to where the command runs, if below it
 * @param findings everything found, in the order of the text
 */
record CheckedFile(String name, List<DocumentFinding> findings) {
    CheckedFile {
        findings = List.copyOf(findings);
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(DocumentFinding::isError);
    }
}
