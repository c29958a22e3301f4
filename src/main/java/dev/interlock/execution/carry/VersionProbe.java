package dev.interlock.execution.carry;

import dev.interlock.outbound.OutboundAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a version from the answer to a probe: {@code /actuator/info} reads the body, {@code /health#X-App-Version} the
 * header of that name.
 */
final class VersionProbe {
    private static final int LONGEST = 100;
    private static final List<String> MEMBERS = List.of(
            "/version",
            "/build/version",
            "/app/version",
            "/info/version",
            "/git/commit/id/abbrev",
            "/git/commit/id",
            "/git/build/version",
            "/commit");

    private VersionProbe() {}

    /** The part that is asked for. */
    static String path(String probe) {
        var header = probe.indexOf('#');
        return header < 0 ? probe : probe.substring(0, header);
    }

    /** Empty when the answer is no success or holds nothing like a version. */
    static Optional<String> read(String probe, OutboundAnswer answer) {
        if (answer.status() / 100 != 2) {
            return Optional.empty();
        }
        var header = probe.indexOf('#');
        var text = header < 0
                ? body(new String(answer.body(), StandardCharsets.UTF_8).strip())
                : answer.header(probe.substring(header + 1)).orElse("");
        return Optional.of(text.strip())
                .filter(version -> !version.isEmpty() && version.length() <= LONGEST && !version.contains("\n"));
    }

    private static String body(String text) {
        if (!text.startsWith("{")) {
            return text.startsWith("<") ? "" : text.replace("\"", "");
        }
        try {
            var tree = JsonMapper.shared().readTree(text);
            return MEMBERS.stream()
                    .map(tree::at)
                    .filter(node -> node.isValueNode() && !node.isNull())
                    .map(node -> node.asString(""))
                    .findFirst()
                    .orElse("");
        } catch (JacksonException odd) {
            return "";
        }
    }
}
