package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;

/** News: an environment was created, changed or deleted. Published in the transaction that did it. */
public record EnvironmentChanged(ProjectId project, EnvironmentKey environment, boolean deleted) {}
