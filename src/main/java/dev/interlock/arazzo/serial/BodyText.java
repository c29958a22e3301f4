package dev.interlock.arazzo.serial;

import dev.interlock.arazzo.expression.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Writes bodies of the usual media types. */
public final class BodyText {
    private BodyText() {}

    /** Whether a media type is JSON. */
    public static boolean isJson(String mediaType) {
        var essence = essence(mediaType);
        return essence.endsWith("/json") || essence.endsWith("+json");
    }

    /** Type and subtype in small letters. */
    public static String essence(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** A form: members as fields, arrays as fields of the same name. */
    public static String form(JsonNode body) {
        if (!body.isObject()) {
            return Texts.verbatim(body);
        }
        var pairs = new ArrayList<String>();
        for (var entry : body.properties()) {
            var values = entry.getValue().isArray() ? entry.getValue().values() : List.of(entry.getValue());
            values.forEach(value -> pairs.add(encoded(entry.getKey()) + "=" + encoded(plain(value))));
        }
        return String.join("&", pairs);
    }

    private static String plain(JsonNode value) {
        return value.isNull() ? "" : Texts.verbatim(value);
    }

    private static String encoded(String text) {
        return Percent.encode(text).replace("%20", "+");
    }

    /** A multipart form: members as parts, structures as JSON. */
    public static String multipart(JsonNode body, String boundary) {
        var result = new StringBuilder();
        for (var entry : body.properties()) {
            result.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            result.append(
                    entry.getKey().replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A"));
            result.append(
                    entry.getValue().isContainer() ? "\"\r\nContent-Type: application/json\r\n\r\n" : "\"\r\n\r\n");
            result.append(plain(entry.getValue())).append("\r\n");
        }
        return result.append("--").append(boundary).append("--\r\n").toString();
    }
}
