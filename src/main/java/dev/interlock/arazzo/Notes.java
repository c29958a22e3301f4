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
    private int left;
    private boolean errorsOnly;

    Notes(PlacedTree tree) {
        this.tree = tree;
    }

    /** The same findings; from now on only errors are added. */
    Notes errorsOnly() {
        errorsOnly = true;
        return this;
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
        if (errorsOnly && severity != Severity.ERROR) {
            return;
        }
        if (findings.size() < MOST) {
            var place = tree.at(path);
            findings.add(new DocumentFinding(path, place.line(), place.column(), severity, problem, hint));
        } else {
            left++;
        }
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(DocumentFinding::isError);
    }

    List<DocumentFinding> inOrder() {
        var inOrder = new ArrayList<>(findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(DocumentFinding::line))
                .toList());
        if (left > 0) {
            var problem = left + " more findings are not shown.";
            inOrder.add(new DocumentFinding("", 0, 0, Severity.WARNING, problem, "Mend those shown first."));
        }
        return inOrder;
    }
}
