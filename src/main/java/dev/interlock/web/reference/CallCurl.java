package dev.interlock.web.reference;

import dev.interlock.openapi.Content;
import dev.interlock.openapi.Operation;
import dev.interlock.openapi.Parameter;
import dev.interlock.openapi.RequestBody;
import dev.interlock.openapi.Samples;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a call as a curl command; what the reader fills in stands as variables of the shell. */
final class CallCurl {
    private static final Map<String, String> FILES = Map.of(
            "application/yaml", "openapi.yaml",
            "application/xml", "report.xml",
            "application/vnd.oai.workflows+yaml", "test.arazzo.yaml");

    private CallCurl() {}

    static String of(Operation operation, Samples samples, String server) {
        var command = new StringBuilder("curl -sS");
        if (!operation.method().equals("GET")) {
            command.append(" -X ").append(operation.method());
        }
        command.append(" \"")
                .append(server)
                .append(filledIn(operation.path()))
                .append(query(operation))
                .append('"');
        command.append(" \\\n  -H \"Authorization: Bearer $INTERLOCK_TOKEN\"");
        operation.parametersIn("header").stream()
                .filter(header -> header.name().equals("If-Match"))
                .forEach(header -> command.append(" \\\n  -H 'If-Match: \"1\"'"));
        operation.requestBody().ifPresent(body -> command.append(body(body, samples)));
        return command.toString();
    }

    private static String body(RequestBody body, Samples samples) {
        var types = body.contents().stream().map(Content::mediaType).toList();
        if (types.contains("multipart/form-data")) {
            return " \\\n  -F file=@report.xml";
        }
        var file = types.stream().filter(FILES::containsKey).findFirst();
        var json = body.contents().stream().filter(Content::json).findFirst();
        if (json.isEmpty() || types.contains("application/octet-stream")) {
            var type = file.orElse("application/octet-stream");
            return " \\\n  -H 'Content-Type: %s' --data-binary @%s"
                    .formatted(type, FILES.getOrDefault(type, "document"));
        }
        var text = samples.of(json.get()).value().toString().replace("'", "'\\''");
        return " \\\n  -H 'Content-Type: application/json' \\\n  -d '" + text + "'";
    }

    /** Variables of the address become variables of the shell: {@code {project}} is {@code $PROJECT}. */
    private static String filledIn(String path) {
        var filled = new StringBuilder(path);
        for (var at = filled.indexOf("{"); at >= 0; at = filled.indexOf("{")) {
            var end = filled.indexOf("}", at);
            filled.replace(at, end + 1, "$" + filled.substring(at + 1, end).toUpperCase(Locale.ROOT));
        }
        return filled.toString();
    }

    private static String query(Operation operation) {
        var needed = operation.parametersIn("query").stream()
                .filter(Parameter::required)
                .map(parameter -> parameter.name() + "=$" + parameter.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining("&"));
        return needed.isEmpty() ? "" : "?" + needed;
    }
}
