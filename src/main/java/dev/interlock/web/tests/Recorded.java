package dev.interlock.web.tests;

import dev.interlock.execution.Exchange;
import dev.interlock.execution.StoredBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer a step got when it was tried, as a list of values to click on.
 *
 * @param step which step it was, from 0
 * @param status its status code
 * @param body its body, masked; empty when it is too long to be sent along
 */
record Recorded(int step, int status, String body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 64 << 10;
    private static final int MOST = 60;
    private static final String MASKED = "(masked)";
    private static final int LONGEST_VALUE = 120;

    /**
     * A value of the body.
     *
     * @param pointer its place in the body
     * @param shown the value as text
     * @param condition a criterion saying that it is so again
     * @param output a name and an expression that keep it
     */
    record Leaf(String pointer, String shown, String condition, String output) {}

    static @Nullable Recorded of(int step, @Nullable Exchange exchange) {
        if (exchange == null || exchange.status() == null) {
            return null;
        }
        var body = Optional.ofNullable(exchange.responseBody())
                .filter(one -> !one.cut() && !one.binary())
                .map(StoredBody::text)
                .filter(text -> text.length() <= LONGEST);
        return new Recorded(step, exchange.status(), body.orElse(""));
    }

    /** The criterion that the status is the same again. */
    public String statusCondition() {
        return "$statusCode == " + status;
    }

    /** The values of a JSON body, at most sixty; what was masked is none of them. */
    public List<Leaf> leaves() {
        try {
            var found = new ArrayList<Leaf>();
            walk(JSON.readTree(body), "", found);
            return found;
        } catch (JacksonException noJson) {
            return List.of();
        }
    }

    private static void walk(JsonNode node, String pointer, List<Leaf> found) {
        if (found.size() >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(entry -> walk(entry.getValue(), pointer + "/" + token(entry.getKey()), found));
        } else if (node.isArray()) {
            for (var at = 0; at < node.size(); at++) {
                walk(node.path(at), pointer + "/" + at, found);
            }
        } else if (!node.isMissingNode()
                && !node.asString("").contains(MASKED)
                && node.toString().length() <= LONGEST_VALUE) {
            found.add(leaf(node, pointer));
        }
    }

    private static Leaf leaf(JsonNode node, String pointer) {
        var expression = "$response.body" + (pointer.isEmpty() ? "" : "#" + pointer);
        var literal = node.isString() ? "'" + node.asString().replace("'", "''") + "'" : node.toString();
        return new Leaf(
                pointer.isEmpty() ? "/" : pointer,
                node.isString() ? node.asString() : node.toString(),
                expression + " == " + literal,
                name(pointer) + "=" + expression);
    }

    private static String name(String pointer) {
        var plain = pointer.substring(pointer.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "value" + plain : plain;
    }

    private static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
