package dev.interlock.stub;

import dev.interlock.catalog.ServiceKey;
import java.time.Instant;

/**
 * A request a stand-in answered.
 *
 * @param traceId trace it belonged to, or empty
 * @param path as asked, at most 500 characters, without its query
 * @param operation the operation that was meant; empty when the interface has none
 */
public record StubCall(
        ServiceKey service, Instant at, String method, String path, String operation, int status, String traceId) {}
