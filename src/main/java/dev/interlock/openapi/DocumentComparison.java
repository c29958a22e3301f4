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
import java.util.stream.Stream;

/** Pairs the operations of two documents and compares each pair. */
final class DocumentComparison {
    private final OpenApiDocument before;
    private final OpenApiDocument after;
    private final ChangeLog log = new ChangeLog(InterfaceComparison.MAX_CHANGES);

    DocumentComparison(OpenApiDocument before, OpenApiDocument after) {
        this.before = before;
        this.after = after;
    }

    InterfaceComparison result() {
        var earlier = byRequest(called(before));
        var later = byRequest(called(after));
        var removed = only(earlier, later);
        var added = only(later, earlier);
        removed.forEach(one -> log.at(one.key(), "", Direction.NEITHER)
                .breaking(Rule.OPERATION_REMOVED, "%s was removed.".formatted(one.key())));
        removedPaths(removed);
        added.forEach(one -> log.at(one.key(), "", Direction.NEITHER)
                .safe(Rule.OPERATION_ADDED, "%s was added.".formatted(one.key())));
        var changed = changed(earlier, later);
        webhooks();
        servers();
        unread();
        return new InterfaceComparison(
                summaries(added), summaries(removed), summaries(changed), log.changes(), log.worst());
    }

    private static List<Operation> called(OpenApiDocument document) {
        return Stream.concat(document.operations().stream(), document.furtherOperations().stream())
                .toList();
    }

    /** By method and path; the names of variables do not matter to callers. */
    private static Map<String, Operation> byRequest(List<Operation> operations) {
        var all = new LinkedHashMap<String, Operation>();
        operations.forEach(one -> all.putIfAbsent(one.method() + " " + PathTemplates.plain(one.path()), one));
        return all;
    }

    private static List<Operation> only(Map<String, Operation> here, Map<String, Operation> there) {
        return here.entrySet().stream()
                .filter(one -> !there.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<OperationSummary> summaries(List<Operation> operations) {
        return operations.stream().map(Operation::summarised).toList();
    }

    private void removedPaths(List<Operation> removed) {
        Function<Operation, String> place = one -> PathTemplates.plain(one.path());
        var left = after.operations().stream().map(place).collect(Collectors.toSet());
        var gone = new LinkedHashMap<String, String>();
        removed.forEach(one -> gone.putIfAbsent(place.apply(one), one.path()));
        gone.keySet().removeAll(left);
        gone.values()
                .forEach(path -> log.at("", path, Direction.NEITHER)
                        .breaking(Rule.PATH_REMOVED, "The path %s was removed.".formatted(path)));
    }

    private List<Operation> changed(Map<String, Operation> earlier, Map<String, Operation> later) {
        var changed = new ArrayList<Operation>();
        later.forEach((request, now) -> {
            var then = earlier.get(request);
            if (then != null && differs(then, now, Seat.called(now.key()))) {
                changed.add(now);
            }
        });
        return changed;
    }

    /** Compares a pair; tells whether anything callers should look at came of it. */
    private boolean differs(Operation then, Operation now, Seat seat) {
        var before = log.looked();
        pair(then, now, seat);
        callbacks(then, now);
        return log.looked() > before;
    }

    private void pair(Operation then, Operation now, Seat seat) {
        var comparison = new OperationComparison(before, after, log, seat);
        comparison.remarks(then, now);
        if (!then.signature().equals(now.signature())
                || before.version() != after.version()
                || !before.securitySchemes().equals(after.securitySchemes())) {
            comparison.contract(then, now);
        }
    }

    private void callbacks(Operation then, Operation now) {
        var earlier = callbacks(before, then);
        var later = callbacks(after, now);
        sent(earlier, later, name -> Seat.callback(now.key(), name));
    }

    private static Map<String, Operation> callbacks(OpenApiDocument document, Operation owner) {
        var all = new LinkedHashMap<String, Operation>();
        document.at(owner.pointer()).ifPresent(node -> {
            var listed = new Located(owner.pointer(), node).at("callbacks");
            for (var name : listed.node().propertyNames()) {
                var reader = new OperationReader(document.references(), document.version(), new ArrayList<>());
                reader.standard(document.follow(listed.at(name))).forEach(one -> all.put(name + " " + one.key(), one));
            }
        });
        return all;
    }

    private void webhooks() {
        Function<List<Operation>, Map<String, Operation>> byKey = list -> {
            var all = new LinkedHashMap<String, Operation>();
            list.forEach(one -> all.putIfAbsent(one.key(), one));
            return all;
        };
        sent(byKey.apply(before.webhooks()), byKey.apply(after.webhooks()), Seat::webhook);
    }

    /** Requests the service sends: one more may be left alone by subscribers, one less is what they wait for. */
    private void sent(Map<String, Operation> earlier, Map<String, Operation> later, Function<String, Seat> seats) {
        var names = new LinkedHashSet<>(earlier.keySet());
        names.addAll(later.keySet());
        for (var name : names) {
            var seat = seats.apply(name);
            var then = earlier.get(name);
            var now = later.get(name);
            if (then == null) {
                seat.whole(log, "").safe(Rule.OPERATION_ADDED, "%s was added.".formatted(seat.name()));
            } else if (now == null) {
                seat.whole(log, "").breaking(Rule.OPERATION_REMOVED, "%s was removed.".formatted(seat.name()));
            } else {
                pair(then, now, seat);
            }
        }
    }

    /** Environments hold the addresses that are called, so other servers in the document ask nothing of anyone. */
    private void servers() {
        if (!before.servers().equals(after.servers())) {
            log.at("", "servers", Direction.NEITHER)
                    .info(Rule.SERVERS_CHANGED, "The document names other servers now.");
        }
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
