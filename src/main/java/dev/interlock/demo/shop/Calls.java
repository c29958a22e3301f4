package dev.interlock.demo.shop;

import java.util.Map;

/** Small things every service does with what it was answered. */
final class Calls {
    private Calls() {}

    /** The body of a good answer; anything else fails the call. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> good(String peer, Answer answer) {
        if (!answer.isGood()) {
            throw new CallFailed(peer + " answered " + answer.status() + reason(answer));
        }
        return (Map<String, Object>) answer.body();
    }

    /** What the one who refused says about it. */
    private static String reason(Answer answer) {
        return answer.body() instanceof Map<?, ?> fields && fields.get("error") != null
                ? ": " + fields.get("error")
                : "";
    }
}
