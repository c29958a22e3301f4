package dev.interlock.demo.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small things every service does with what it was answered. */
final class Calls {
    private Calls() {}

    /** The body of a good answer; anything else fails the call. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> good(String peer, Answer answer) {
        if (!answer.isGood()) {
            throw new CallFailed(peer + " answered " + answer.status());
        }
        return (Map<String, Object>) answer.body();
    }

    /** The same thing with one field sent as text: what a wrong type looks like. */
    static Map<String, Object> asText(Map<String, Object> thing, String field) {
        var wrong = new LinkedHashMap<>(thing);
        wrong.put(field, String.valueOf(thing.get(field)));
        return wrong;
    }
}
