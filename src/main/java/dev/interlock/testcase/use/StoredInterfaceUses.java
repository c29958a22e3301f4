package dev.interlock.testcase.use;

import dev.interlock.arazzo.ArazzoDocument;
import dev.interlock.arazzo.OperationCall;
import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.OperationInfo;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.openapi.InterfaceChange;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.InterfaceUses;
import dev.interlock.testcase.RankedChange;
import dev.interlock.testcase.RankedChange.Use;
import dev.interlock.testcase.TestCases;
import dev.interlock.testcase.TestKey;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the uses in the stored paths and test cases. */
@Component
class StoredInterfaceUses implements InterfaceUses {
    private static final int MOST_READ = 2_000;

    private final Interfaces interfaces;
    private final Paths paths;
    private final TestCases tests;

    StoredInterfaceUses(Interfaces interfaces, Paths paths, TestCases tests) {
        this.interfaces = interfaces;
        this.paths = paths;
        this.tests = tests;
    }

    @Override
    public List<RankedChange> rank(ProjectId project, ServiceKey service, List<InterfaceChange> changes) {
        var callers = callers(project, service, operations(changes));
        var travelling = travelling(project, service);
        var uses = uses(project, callers, ids(project, service));
        return changes.stream()
                .map(change -> ranked(change, callers, travelling, uses))
                .sorted(RankedChange.BY_WEIGHT)
                .toList();
    }

    private static Set<String> operations(List<InterfaceChange> changes) {
        return changes.stream().map(change -> plain(change.operation())).collect(Collectors.toSet());
    }

    /** The names of variables in a path do not tell operations apart. */
    private static String plain(String operation) {
        return operation.replaceAll("\\{[^{}]*}", "{}");
    }

    private Map<String, Set<TestKey>> callers(ProjectId project, ServiceKey service, Set<String> operations) {
        var callers = new HashMap<String, Set<TestKey>>();
        tests.callersOf(project, service).forEach((operation, keys) -> {
            if (operations.contains(plain(operation))) {
                callers.computeIfAbsent(plain(operation), key -> new LinkedHashSet<>())
                        .addAll(keys);
            }
        });
        return callers;
    }

    /** Paths by the operation they travel over; those that leave it open stand under an empty one. */
    private Map<String, Set<PathKey>> travelling(ProjectId project, ServiceKey service) {
        var travelling = new HashMap<String, Set<PathKey>>();
        for (var path : paths.through(project, service)) {
            for (var hop : into(path, service)) {
                var operation = Objects.requireNonNullElse(hop.operation(), "");
                travelling
                        .computeIfAbsent(plain(operation), key -> new TreeSet<>())
                        .add(path.key());
            }
        }
        return travelling;
    }

    private static List<Hop> into(IntegrationPath path, ServiceKey service) {
        return path.hops().stream()
                .filter(hop -> hop.provider().equals(service))
                .toList();
    }

    /** Operations by their id. */
    private Map<String, String> ids(ProjectId project, ServiceKey service) {
        return interfaces.operations(project, service).stream()
                .filter(operation -> !operation.operationId().isEmpty())
                .collect(Collectors.toMap(
                        OperationInfo::operationId, operation -> plain(operation.key()), (first, again) -> first));
    }

    private Map<TestKey, Map<String, Set<UsedPlace>>> uses(
            ProjectId project, Map<String, Set<TestKey>> callers, Map<String, String> ids) {
        var keys = callers.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .limit(MOST_READ)
                .toList();
        var uses = new HashMap<TestKey, Map<String, Set<UsedPlace>>>();
        for (var key : keys) {
            tests.workflowText(project, key)
                    .flatMap(text -> ArazzoDocument.inspect(text).document())
                    .ifPresent(document -> uses.put(key, uses(document, ids)));
        }
        return uses;
    }

    /** Places by operation; by its id where the interface no longer has it. */
    private static Map<String, Set<UsedPlace>> uses(ArazzoDocument document, Map<String, String> ids) {
        var uses = new HashMap<String, Set<UsedPlace>>();
        for (var workflow : document.workflows()) {
            for (var call : document.calls(workflow.workflowId())) {
                document.workflow(call.workflowId())
                        .flatMap(owner -> owner.step(call.stepId()))
                        .ifPresent(step -> uses.computeIfAbsent(name(call, ids), key -> new LinkedHashSet<>())
                                .addAll(StepUses.of(step)));
            }
        }
        return uses;
    }

    private static String name(OperationCall call, Map<String, String> ids) {
        return ids.getOrDefault(call.operationId().orElse(""), plain(call.title()));
    }

    private static RankedChange ranked(
            InterfaceChange change,
            Map<String, Set<TestKey>> callers,
            Map<String, Set<PathKey>> travelling,
            Map<TestKey, Map<String, Set<UsedPlace>>> uses) {
        var operation = plain(change.operation());
        var calling = List.copyOf(callers.getOrDefault(operation, Set.of()));
        var place = UsedPlace.of(change);
        var asserting = calling.stream()
                .filter(test -> uses.getOrDefault(test, Map.of()).entrySet().stream()
                        .filter(named -> meant(named.getKey(), operation))
                        .flatMap(named -> named.getValue().stream())
                        .anyMatch(place::seenBy))
                .toList();
        var over = new TreeSet<>(travelling.getOrDefault(operation, Set.of()));
        over.addAll(travelling.getOrDefault("", Set.of()));
        return new RankedChange(change, use(asserting, calling, over), List.copyOf(over), calling, asserting);
    }

    private static Use use(List<TestKey> asserting, List<TestKey> calling, Set<PathKey> over) {
        if (!asserting.isEmpty()) {
            return Use.ASSERTED;
        }
        return !calling.isEmpty() ? Use.TESTED : over.isEmpty() ? Use.UNUSED : Use.ON_PATH;
    }

    /** An id the interface no longer has is taken for any: the test was found by the operation it calls. */
    private static boolean meant(String named, String operation) {
        return !named.contains(" ") || named.equals(operation);
    }
}
