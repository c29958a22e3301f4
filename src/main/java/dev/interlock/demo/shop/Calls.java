package dev.interlock.demo.shop;

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
}
