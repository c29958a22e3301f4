package dev.interlock.ingest;

/**
 * What became of the spans of one request.
 *
 * @param message why some were refused, empty when none was
 */
public record TraceReceipt(int accepted, int refused, String message) {}
