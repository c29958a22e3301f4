package dev.interlock.testcase.draft;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Operation;
import dev.interlock.platform.Keys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Drafts workflows from the interface of one service: what can be read at once, by what it is about; what can be read
 * with values a person gives; and what changes data, by place.
 */
public final class ServiceDrafts {
    private static final int MOST_TARGETS = 8;
    private static final int MOST_DRAFTS = 300;
    private static final int LONGEST_KEY = 60;
    private static final List<String> ORDER = List.of("POST", "PUT", "PATCH", "DELETE");

    private final Described service;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private ServiceDrafts(Described service) {
        this.service = service;
    }

    /**
     * At most 300 drafts in the order of the document, those that run at once first; the same ones each time.
     *
     * @param identified whether an environment has an identity for the service
     */
    public static List<Draft> of(ServiceKey service, OpenApiDocument document, boolean identified) {
        var drafts = new ServiceDrafts(new Described(service, document, identified));
        drafts.readable();
        drafts.open();
        drafts.writing();
        return drafts.drafts.stream().limit(MOST_DRAFTS).toList();
    }

    private void readable() {
        var whose = grouped(
                service::readable,
                operation -> Resources.group(operation)
                        + (Described.identities(operation).isEmpty() ? "" : " signed in"));
        whose.forEach((group, operations) -> {
            draft(
                    group,
                    "list",
                    operations.stream().filter(operation -> !chained(operation)).toList());
            draft(group, "read", operations.stream().filter(this::chained).toList());
        });
    }

    private void open() {
        grouped(operation -> service.reads(operation) && !service.readable(operation), Resources::group)
                .forEach((group, operations) -> draft(group, "read-given", operations));
    }

    private void writing() {
        grouped(operation -> !service.reads(operation), Resources::place)
                .forEach((place, operations) -> draft(place, "write", inOrder(operations)));
    }

    private static List<Operation> inOrder(List<Operation> operations) {
        return operations.stream()
                .sorted(Comparator.comparingInt(
                        operation -> (ORDER.indexOf(operation.method()) + ORDER.size() + 1) % (ORDER.size() + 1)))
                .toList();
    }

    private boolean chained(Operation operation) {
        return Described.required(operation).stream()
                .anyMatch(parameter -> service.source(operation, parameter).isPresent());
    }

    private Map<String, List<Operation>> grouped(Predicate<Operation> wanted, Function<Operation, String> group) {
        var groups = new LinkedHashMap<String, List<Operation>>();
        service.operations().stream()
                .filter(wanted)
                .forEach(operation -> groups.computeIfAbsent(group.apply(operation), key -> new ArrayList<>())
                        .add(operation));
        return groups;
    }

    private void draft(String group, String kind, List<Operation> operations) {
        for (var from = 0; from < operations.size(); from += MOST_TARGETS) {
            draftSome(group, kind, operations.subList(from, Math.min(operations.size(), from + MOST_TARGETS)));
        }
    }

    private void draftSome(String group, String kind, List<Operation> operations) {
        var chain = new Chain();
        operations.forEach(operation -> chain.add(service, operation));
        var called = chain.steps().stream().map(PlannedStep::operation).toList();
        var key = freeKey(service.service() + "-" + group + "-" + kind);
        var name = Resources.name(Resources.group(operations.getFirst()), called);
        var signed = chain.identities().isEmpty() ? name : name + " (signed in)";
        drafts.add(DraftDocument.write(key, signed, chain, Optional.empty()));
    }

    private String freeKey(String wanted) {
        var key = Keys.propose(wanted);
        var base = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - 9) + "-" + mark(wanted);
        var free = base;
        for (var i = 2; !keys.add(free); i++) {
            free = base + "-" + i;
        }
        return free;
    }

    /** Tells long keys apart that begin alike. */
    private static String mark(String text) {
        return String.format(Locale.ROOT, "%08x", text.hashCode());
    }
}
