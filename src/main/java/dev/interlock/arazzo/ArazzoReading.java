package dev.interlock.arazzo;

import java.util.List;
import java.util.Optional;

/**
 * The result of looking at a text.
 *
 * @param document the document; absent when its structure does not allow reading it
 * @param findings everything found, in the order of the text
 */
public record ArazzoReading(Optional<ArazzoDocument> document, List<DocumentFinding> findings) {
    public ArazzoReading {
        findings = List.copyOf(findings);
    }

    /** Whether it can be carried out as written: readable and without an error. */
    public boolean runnable() {
        return document.isPresent() && findings.stream().noneMatch(DocumentFinding::isError);
    }
}
