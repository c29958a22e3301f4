package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;

/** News: a path was deleted. Published in the transaction that did it. */
public record PathDeleted(ProjectId project, PathKey path) {}
