package dev.interlock.demo.shop;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The place of a request in a trace, carried by the W3C header {@code traceparent}. */
record Trace(String traceId, @Nullable String parentId, String spanId) {

    /** Continues the trace of a request, or begins one. */
    static Trace of(@Nullable String traceparent) {
        var parts = traceparent == null ? new String[0] : traceparent.split("-");
        return parts.length == 4 && parts[1].length() == 32 && parts[2].length() == 16
                ? new Trace(parts[1], parts[2], newId(8))
                : new Trace(newId(16), null, newId(8));
    }

    Trace child() {
        return new Trace(traceId, spanId, newId(8));
    }

    String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static String newId(int bytes) {
        var id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
