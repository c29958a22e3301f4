package dev.interlock.outbound;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No answer: refused by the policy, or lost on the way. The message says what happened, to what, and what to do next. */
public final class OutboundFailure extends RuntimeException {
    /** Why there is no answer. */
    public enum Kind {
        /** A rule of the policy, or a request that may not be sent as written. */
        REFUSED,
        /** The name has no address. */
        DNS,
        /** Nobody listens there, or not in time. */
        CONNECT,
        /** The handshake failed or the certificate is not trusted. */
        TLS,
        /** No answer, or not all of it, in time. */
        TIMEOUT,
        /** The connection ended before the answer was whole. */
        RESET,
        /** The head of the answer exceeds a limit. */
        TOO_LARGE,
        /** What came back is not HTTP. */
        PROTOCOL,
        /** The caller gave up. */
        CANCELLED
    }

    private final Kind kind;
    private final @Nullable Refusal refusal;
    private final @Nullable Timings timings;

    OutboundFailure(Kind kind, String sentence, @Nullable Throwable cause, @Nullable Timings timings) {
        super(sentence, cause);
        this.kind = kind;
        this.refusal = cause instanceof RefusedAddress refused ? refused.refusal() : null;
        this.timings = timings;
    }

    /** A failure made by hand, for doubles in tests. */
    public static OutboundFailure of(Kind kind, String sentence) {
        return new OutboundFailure(kind, sentence, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The sentence for a person: what happened, to what, what to do next. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The rule that closed the address and what would open it; empty unless a policy refused. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Where the time went until then, when anything was tried. */
    public Optional<Timings> timings() {
        return Optional.ofNullable(timings);
    }
}
