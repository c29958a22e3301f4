package dev.interlock.web.reference;

import dev.interlock.openapi.Operation;
import java.util.List;
import java.util.Locale;

/**
 * A call in the list.
 *
 * @param name its stable name, also the last part of its address
 * @param path as written in the document, without the part all calls share
 */
public record CallLine(String name, String method, String path, String summary) {
    private static final String BASE = "/api/v1";

    /** Calls under one heading. */
    public record Group(String name, List<CallLine> calls) {}

    static CallLine of(Operation operation) {
        return new CallLine(
                operation.operationId().orElse(""),
                operation.method(),
                operation.path().startsWith(BASE) ? operation.path().substring(BASE.length()) : operation.path(),
                operation.summary());
    }

    /** Whether each word is found in method, path, name or summary. */
    boolean matches(String words) {
        var text = (method + " " + path + " " + name + " " + summary).toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(text::contains);
    }
}
