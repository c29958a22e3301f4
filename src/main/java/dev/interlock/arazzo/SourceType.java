package dev.interlock.arazzo;

/** What a source description describes. */
public enum SourceType {
    OPENAPI,
    ASYNCAPI,
    ARAZZO,
    /** Nothing said; the document it names tells. */
    UNKNOWN
}
