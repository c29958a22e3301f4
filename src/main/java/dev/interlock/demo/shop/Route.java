package dev.interlock.demo.shop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One operation of a service: method, path template such as {@code /orders/{id}}, and what answers it. */
record Route(String method, String template, Function<Request, Answer> handler) {

    /** The values of the template's variables when the request is for this route. */
    Optional<Map<String, String>> match(String requested, String path) {
        var wanted = template.split("/");
        var given = path.split("/");
        if (!method.equals(requested) || wanted.length != given.length) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                values.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
