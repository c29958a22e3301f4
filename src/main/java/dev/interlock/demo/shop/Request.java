package dev.interlock.demo.shop;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a handler sees it: the variable part of its path, its query, its JSON body, and its place in a trace. */
record Request(Map<String, String> path, Map<String, String> query, Map<String, Object> body, Trace trace) {

    String path(String name) {
        return path.getOrDefault(name, "");
    }

    @Nullable
    Object field(String name) {
        return body.get(name);
    }

    String text(String name) {
        return String.valueOf(body.getOrDefault(name, ""));
    }

    int number(String name, int otherwise) {
        return body.get(name) instanceof Number number ? number.intValue() : otherwise;
    }
}
