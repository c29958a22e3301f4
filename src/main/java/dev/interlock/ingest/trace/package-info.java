/**
 * Traces: readers of OTLP, Jaeger and Zipkin, the window in which spans are put together, and what they tell of
 * integrations and paths.
 */
@NullMarked
package dev.interlock.ingest.trace;

import org.jspecify.annotations.NullMarked;
