package dev.interlock.catalog.graph;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.ProtocolUse;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds what was seen of an integration to what is known of it. */
final class Learning {
    private static final int MOST_OPERATIONS = 500;

    private Learning() {}

    static IntegrationDraft merged(Integration before, IntegrationDraft seen) {
        var operations = new LinkedHashMap<String, Set<String>>();
        before.protocols().forEach(use -> add(operations, use));
        seen.protocols().forEach(use -> add(operations, use));
        var known = new TreeSet<>(before.known());
        known.addAll(seen.known());
        var protocols = operations.entrySet().stream()
                .map(use -> new ProtocolUse(
                        use.getKey(),
                        use.getValue().stream().limit(MOST_OPERATIONS).toList()))
                .toList();
        var description = before.description().isEmpty() ? seen.description() : before.description();
        return new IntegrationDraft(before.consumer(), before.provider(), protocols, description, known);
    }

    /** The merged draft when it holds anything new. */
    static Optional<IntegrationDraft> adds(Integration before, IntegrationDraft merged) {
        var same = before.protocols().equals(merged.protocols())
                && before.known().equals(merged.known())
                && before.description().equals(merged.description());
        return same ? Optional.empty() : Optional.of(merged);
    }

    private static void add(Map<String, Set<String>> operations, ProtocolUse use) {
        operations
                .computeIfAbsent(use.protocol(), protocol -> new LinkedHashSet<>())
                .addAll(use.operations());
    }
}
