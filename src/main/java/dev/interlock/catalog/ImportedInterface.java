package dev.interlock.catalog;

import dev.interlock.openapi.InterfaceChange;
import dev.interlock.platform.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or a preview would do.
 *
 * @param revision the revision that is current afterwards; null for a preview of a first import
 * @param unchanged whether the document is byte for byte the one on file, so that no revision was added
 * @param total callable operations of the document
 * @param added operations such as {@code GET /orders/{id}} that the previous revision lacks
 * @param changed operations in which something that matters to callers differs
 * @param removed operations the previous revision had
 * @param differences every single difference to the previous revision, with its rule, direction, severity and place
 * @param change how much this asks of callers, compared with the previous revision
 * @param findings what is odd in the document; nothing here refused it
 */
public record ImportedInterface(
        @Nullable InterfaceRevision revision,
        boolean unchanged,
        int total,
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<InterfaceChange> differences,
        ChangeClass change,
        List<Finding> findings) {
    /** Copies the lists. */
    public ImportedInterface {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        differences = List.copyOf(differences);
        findings = List.copyOf(findings);
    }
}
