package dev.interlock.openapi;

import dev.interlock.platform.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What reading a document yields. */
record DocumentParts(
        List<Server> servers,
        List<Operation> operations,
        List<Operation> further,
        List<Operation> webhooks,
        Map<String, SecurityScheme> securitySchemes,
        DocumentCounts counts,
        List<Finding> findings,
        Map<String, Operation> byKey,
        Map<String, Operation> byId) {
    DocumentParts {
        servers = List.copyOf(servers);
        operations = List.copyOf(operations);
        further = List.copyOf(further);
        webhooks = List.copyOf(webhooks);
        findings = List.copyOf(findings);
    }

    DocumentParts(
            List<Server> servers,
            List<Operation> operations,
            List<Operation> further,
            List<Operation> webhooks,
            Map<String, SecurityScheme> securitySchemes,
            DocumentCounts counts,
            List<Finding> findings) {
        this(
                servers,
                operations,
                further,
                webhooks,
                securitySchemes,
                counts,
                findings,
                keyed(operations, further),
                identified(operations, further));
    }

    private static Map<String, Operation> keyed(List<Operation> operations, List<Operation> further) {
        var keyed = new LinkedHashMap<String, Operation>();
        Stream.concat(operations.stream(), further.stream()).forEach(one -> keyed.putIfAbsent(one.key(), one));
        return keyed;
    }

    private static Map<String, Operation> identified(List<Operation> operations, List<Operation> further) {
        var identified = new LinkedHashMap<String, Operation>();
        Stream.concat(operations.stream(), further.stream())
                .forEach(one -> one.operationId().ifPresent(id -> identified.putIfAbsent(id, one)));
        return identified;
    }
}
