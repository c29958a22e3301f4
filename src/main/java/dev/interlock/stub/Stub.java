package dev.interlock.stub;

import dev.interlock.catalog.ServiceKey;
import java.time.Instant;

/**
 * A stand-in for a service in an environment.
 *
 * @param path where it is served, below the address of Interlock: {@code /stubs/...} with a token of 128 random bits
 * @param since when it was asked for
 * @param by name of who asked for it
 */
public record Stub(ServiceKey service, String path, Instant since, String by) {}
