package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;
import java.time.Instant;

/**
 * News: an environment runs another version of a service from now on. Published in the transaction that stored it.
 *
 * @param first whether nothing of this service ran in the environment before
 */
public record Deployed(
        ProjectId project, ServiceKey service, String version, EnvironmentKey environment, Instant at, boolean first) {}
