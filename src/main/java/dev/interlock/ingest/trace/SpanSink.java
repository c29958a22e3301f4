package dev.interlock.ingest.trace;

/** Takes what a reader finds, piece by piece. */
interface SpanSink {
    /** A span in order. */
    void span(ReadSpan span);

    /** Calls between two services, counted elsewhere. */
    void calls(String consumer, String provider, long count);

    /** A span left out. */
    void refused(String where, String problem);
}
