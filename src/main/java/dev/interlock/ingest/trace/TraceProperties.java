package dev.interlock.ingest.trace;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on how traces are put together.
 *
 * @param quiet how long a trace has to be quiet until it counts
 * @param windowSpans spans held in memory; about 500 bytes each
 * @param pump whether quiet traces are counted by a timer
 */
@ConfigurationProperties("interlock.traces")
record TraceProperties(
        @DefaultValue("5s") Duration quiet,
        @DefaultValue("100000") int windowSpans,
        @DefaultValue("true") boolean pump) {}
