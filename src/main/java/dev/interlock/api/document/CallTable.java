package dev.interlock.api.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/**
 * What the code of an endpoint cannot tell about its call: a stable name, a sentence, which success it answers with, and
 * the media types of bodies that are no JSON. One line for each call in {@code contract/calls.tsv}.
 */
final class CallTable {
    private static final String NOTHING_SPECIAL = "-";

    private final Map<String, Call> calls;

    private CallTable(Map<String, Call> calls) {
        this.calls = calls;
    }

    /**
     * A call of the contract.
     *
     * @param group heading it stands under
     * @param answers statuses of success
     * @param sent media types of the body, empty when the code tells them
     * @param given media types of the answer, empty when the code tells them
     */
    record Call(
            String group, String name, List<String> answers, List<String> sent, List<String> given, String summary) {}

    static CallTable read() {
        try {
            var text = new ClassPathResource("contract/calls.tsv").getContentAsString(StandardCharsets.UTF_8);
            return new CallTable(calls(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of a call such as {@code GET /api/v1/projects}. */
    Optional<Call> find(String call) {
        return Optional.ofNullable(calls.get(call));
    }

    /** The calls that have a line. */
    Set<String> calls() {
        return calls.keySet();
    }

    /** The headings in their order. */
    List<String> groups() {
        return calls.values().stream().map(Call::group).distinct().toList();
    }

    private static Map<String, Call> calls(String text) {
        var calls = new LinkedHashMap<String, Call>();
        var group = "";
        for (var line : text.lines().toList()) {
            if (line.startsWith("# ")) {
                group = line.substring(2);
            } else {
                var parts = line.split("\t");
                calls.put(parts[0], call(group, parts));
            }
        }
        return calls;
    }

    private static Call call(String group, String[] parts) {
        return new Call(group, parts[1], words(parts[2]), words(parts[3]), words(parts[4]), parts[5]);
    }

    private static List<String> words(String cell) {
        return cell.equals(NOTHING_SPECIAL) ? List.of() : List.of(cell.split(" "));
    }
}
