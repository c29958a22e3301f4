package dev.interlock.arazzo;

/**
 * Where the time of an exchange went ({@code waiting} is the time to the first byte), in nanoseconds; -1 where it does not apply or is unknown. {@code connect} includes
 * {@code tls}.
 */
public record HttpTimings(long queued, long dns, long connect, long tls, long send, long waiting, long receive) {

    /** Nothing is known. */
    public static final HttpTimings UNKNOWN = new HttpTimings(-1, -1, -1, -1, -1, -1, -1);
}
