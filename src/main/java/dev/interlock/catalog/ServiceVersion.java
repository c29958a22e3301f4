package dev.interlock.catalog;

import java.time.Instant;

/**
 * One build of a service.
 *
 * @param reportedAt when CI says its unit tests ended
 */
public record ServiceVersion(
        ServiceKey service, String version, String commit, String branch, UnitTests unitTests, Instant reportedAt) {}
