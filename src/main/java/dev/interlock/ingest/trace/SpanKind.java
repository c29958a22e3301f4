package dev.interlock.ingest.trace;

import java.util.Locale;

/** What a span stands for. */
enum SpanKind {
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER;

    private static final int FIRST_NUMBER = 1;

    /** Whether it asks somebody else. */
    boolean asks() {
        return this == CLIENT || this == PRODUCER;
    }

    /** Whether it is asked by somebody else. */
    boolean isAsked() {
        return this == SERVER || this == CONSUMER;
    }

    /** Whether it is one end of a message. */
    boolean isMessage() {
        return this == PRODUCER || this == CONSUMER;
    }

    /** The kind with the number OTLP gives it; INTERNAL when it is none. */
    static SpanKind ofNumber(long number) {
        return number < FIRST_NUMBER || number > values().length ? INTERNAL : values()[(int) number - FIRST_NUMBER];
    }

    /** The kind of this word, such as {@code client} or {@code SPAN_KIND_CLIENT}; INTERNAL when it is none. */
    static SpanKind ofWord(String word) {
        var plain = word.toUpperCase(Locale.ROOT).replace("SPAN_KIND_", "");
        for (var kind : values()) {
            if (kind.name().equals(plain)) {
                return kind;
            }
        }
        return INTERNAL;
    }
}
