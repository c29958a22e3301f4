package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;

/** News: a service was created, changed or deleted. Published in the transaction that did it. */
public record ServiceChanged(ProjectId project, ServiceKey service, boolean deleted) {}
