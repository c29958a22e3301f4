package dev.interlock.openapi;

import java.util.List;

/**
 * What differs between two revisions of an interface. Judged by direction: a narrower request or a wider response breaks
 * callers. What cannot be judged is UNKNOWN, never "no change".
 *
 * @param added operations only the later revision has
 * @param removed operations only the earlier revision has
 * @param changed operations of both whose contract differs, as they are now
 * @param changes every single difference, at most {@value #MAX_CHANGES}
 * @param changeClass the worst of them
 */
public record InterfaceComparison(
        List<OperationSummary> added,
        List<OperationSummary> removed,
        List<OperationSummary> changed,
        List<InterfaceChange> changes,
        ChangeClass changeClass) {
    static final int MAX_CHANGES = 2_000;

    public InterfaceComparison {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
        changes = List.copyOf(changes);
    }

    /** Compares two revisions of one interface; their versions of OpenAPI may differ. */
    public static InterfaceComparison compare(OpenApiDocument before, OpenApiDocument after) {
        return new DocumentComparison(before, after).result();
    }

    /** The answer when one of the two cannot be read: everything may have changed. */
    public static InterfaceComparison unknown(String sentence) {
        var log = new ChangeLog(1);
        log.at("", "", InterfaceChange.Direction.NEITHER).unknown(sentence);
        return new InterfaceComparison(List.of(), List.of(), List.of(), log.changes(), log.worst());
    }

    /** The worst change of one operation, by its key; NONE when nothing about it changed. */
    public ChangeClass of(String operationKey) {
        return changes.stream()
                .filter(change -> change.operation().equals(operationKey))
                .map(InterfaceChange::severity)
                .reduce(ChangeClass.NONE, ChangeClass::worse);
    }
}
