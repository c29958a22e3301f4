package dev.interlock.arazzo;

import dev.interlock.arazzo.tree.PlacedTree;
import dev.interlock.platform.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects findings with their lines; more than 500 are counted, not kept. */
final class Notes {
    private static final int MOST = 500;

    private final PlacedTree tree;
    private final List<DocumentFinding> findings = new ArrayList<>();

    Notes(PlacedTree tree) {
        this.tree = tree;
    }

    JsonNode root() {
        return tree.root();
    }

    void error(String path, String problem, String hint) {
        add(path, Severity.ERROR, problem, hint);
    }

    void warning(String path, String problem, String hint) {
        add(path, Severity.WARNING, problem, hint);
    }

    void info(String path, String problem, String hint) {
        add(path, Severity.INFO, problem, hint);
    }

    void add(DocumentFinding finding) {
        add(finding.path(), finding.severity(), finding.problem(), finding.hint());
    }

    private void add(String path, Severity severity, String problem, String hint) {
        if (findings.size() < MOST) {
            var place = tree.at(path);
            findings.add(new DocumentFinding(path, place.line(), place.column(), severity, problem, hint));
        }
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(DocumentFinding::isError);
    }

    List<DocumentFinding> inOrder() {
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(DocumentFinding::line))
                .toList();
    }
}
