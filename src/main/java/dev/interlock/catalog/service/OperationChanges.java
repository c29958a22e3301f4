package dev.interlock.catalog.service;

import dev.interlock.catalog.ChangeClass;
import dev.interlock.openapi.OperationSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What differs between the operations of two revisions. */
record OperationChanges(List<String> added, List<String> changed, List<String> removed) {
    static OperationChanges between(List<OperationSummary> before, List<OperationSummary> after) {
        var old = signatures(before);
        var now = signatures(after);
        return new OperationChanges(
                now.keySet().stream().filter(key -> !old.containsKey(key)).toList(),
                now.keySet().stream()
                        .filter(key -> old.containsKey(key) && !Objects.equals(now.get(key), old.get(key)))
                        .toList(),
                old.keySet().stream().filter(key -> !now.containsKey(key)).toList());
    }

    /** How much this asks of callers. A changed operation counts as UNKNOWN until somebody compared its parts. */
    ChangeClass changeClass() {
        if (!removed.isEmpty()) {
            return ChangeClass.BREAKING;
        }
        if (!changed.isEmpty()) {
            return ChangeClass.UNKNOWN;
        }
        return added.isEmpty() ? ChangeClass.NONE : ChangeClass.NON_BREAKING;
    }

    private static Map<String, String> signatures(List<OperationSummary> operations) {
        var signatures = new LinkedHashMap<String, String>();
        operations.forEach(operation -> signatures.putIfAbsent(operation.key(), operation.signature()));
        return signatures;
    }
}
