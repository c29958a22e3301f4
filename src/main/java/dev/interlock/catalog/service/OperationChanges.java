package dev.interlock.catalog.service;

import dev.interlock.catalog.ChangeClass;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.InterfaceComparison;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.OperationSummary;
import java.util.List;

/** What differs between two revisions, as the catalog tells it: operations by key. */
record OperationChanges(
        List<String> added,
        List<String> changed,
        List<String> removed,
        List<InterfaceChange> differences,
        ChangeClass changeClass) {
    /** A first revision: everything is added and nobody called it before. */
    static OperationChanges first(OpenApiDocument document) {
        var added =
                document.operations().stream().map(Operation::key).distinct().toList();
        return new OperationChanges(added, List.of(), List.of(), List.of(), ChangeClass.NONE);
    }

    static OperationChanges between(OpenApiDocument before, OpenApiDocument after) {
        return told(InterfaceComparison.compare(before, after));
    }

    /** When the earlier revision cannot be read any more. */
    static OperationChanges unknown(String sentence) {
        return told(InterfaceComparison.unknown(sentence));
    }

    private static OperationChanges told(InterfaceComparison comparison) {
        return new OperationChanges(
                keys(comparison.added()),
                keys(comparison.changed()),
                keys(comparison.removed()),
                comparison.changes(),
                changeClass(comparison));
    }

    private static ChangeClass changeClass(InterfaceComparison comparison) {
        return switch (comparison.changeClass()) {
            case NONE, INFO -> ChangeClass.NONE;
            case NON_BREAKING -> ChangeClass.NON_BREAKING;
            case UNKNOWN -> ChangeClass.UNKNOWN;
            case BREAKING -> ChangeClass.BREAKING;
        };
    }

    private static List<String> keys(List<OperationSummary> operations) {
        return operations.stream().map(OperationSummary::key).toList();
    }
}
