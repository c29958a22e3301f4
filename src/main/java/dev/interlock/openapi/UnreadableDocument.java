package dev.interlock.openapi;

import dev.interlock.platform.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A document was refused; carries every fault found, with place, reason and advice. */
public final class UnreadableDocument extends RuntimeException {
    private final transient List<Finding> findings;

    UnreadableDocument(List<Finding> findings) {
        super(findings.stream().map(Findings::sentence).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    UnreadableDocument(Finding finding) {
        this(List.of(finding));
    }

    /** Why the document was refused; at least one, all of severity ERROR. */
    public List<Finding> findings() {
        return findings;
    }
}
