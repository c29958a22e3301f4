package dev.interlock.openapi;

import dev.interlock.openapi.InterfaceChange.Direction;
import dev.interlock.openapi.InterfaceChange.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return new Comparing(before, after).result();
    }

    /** The worst change of one operation, by its key; NONE when nothing about it changed. */
    public ChangeClass of(String operationKey) {
        return changes.stream()
                .filter(change -> change.operation().equals(operationKey))
                .map(InterfaceChange::severity)
                .reduce(ChangeClass.NONE, ChangeClass::worse);
    }

    private static final class Comparing {
        private final OpenApiDocument before;
        private final OpenApiDocument after;
        private final ChangeLog log = new ChangeLog(MAX_CHANGES);

        Comparing(OpenApiDocument before, OpenApiDocument after) {
            this.before = before;
            this.after = after;
        }

        InterfaceComparison result() {
            var earlier = byKey(before);
            var later = byKey(after);
            var removed = only(earlier, later);
            var added = only(later, earlier);
            removed.forEach(operation -> log.at(operation.key(), "", Direction.NEITHER)
                    .breaking(Rule.OPERATION_REMOVED, "%s was removed.".formatted(operation.key())));
            removedPaths(removed);
            added.forEach(operation -> log.at(operation.key(), "", Direction.NEITHER)
                    .safe(Rule.OPERATION_ADDED, "%s was added.".formatted(operation.key())));
            var changed = changed(earlier, later);
            unread();
            return new InterfaceComparison(
                    summaries(added), summaries(removed), summaries(changed), log.changes(), log.worst());
        }

        private static Map<String, Operation> byKey(OpenApiDocument document) {
            var all = new LinkedHashMap<String, Operation>();
            document.operations().forEach(one -> all.put(one.key(), one));
            document.furtherOperations().forEach(one -> all.put(one.key(), one));
            return all;
        }

        private static List<Operation> only(Map<String, Operation> here, Map<String, Operation> there) {
            return here.values().stream()
                    .filter(one -> !there.containsKey(one.key()))
                    .toList();
        }

        private static List<OperationSummary> summaries(List<Operation> operations) {
            return operations.stream().map(Operation::summarised).toList();
        }

        private void removedPaths(List<Operation> removed) {
            var left = after.operations().stream().map(Operation::path).collect(Collectors.toSet());
            var gone = removed.stream().map(Operation::path).collect(Collectors.toCollection(LinkedHashSet::new));
            gone.removeAll(left);
            gone.forEach(path -> log.at("", path, Direction.NEITHER)
                    .breaking(Rule.PATH_REMOVED, "The path %s was removed.".formatted(path)));
        }

        private List<Operation> changed(Map<String, Operation> earlier, Map<String, Operation> later) {
            var changed = new ArrayList<Operation>();
            for (var now : later.values()) {
                var then = earlier.get(now.key());
                if (then != null && differs(then, now)) {
                    changed.add(now);
                    new OperationComparison(before, after, log).compare(then, now);
                }
            }
            return changed;
        }

        private boolean differs(Operation then, Operation now) {
            return !then.signature().equals(now.signature()) || before.version() != after.version();
        }

        /** References nobody can read hide changes, so a document that has them is not called unchanged. */
        private void unread() {
            Function<OpenApiDocument, Boolean> hides = document -> document.findings().stream()
                    .anyMatch(finding -> finding.problem().startsWith("The reference "));
            if ((hides.apply(before) || hides.apply(after))
                    && !before.references().root().equals(after.references().root())) {
                log.at("", "", Direction.NEITHER)
                        .unknown("Parts that references lead to could not be read, so changes in them are not seen.");
            }
        }
    }
}
