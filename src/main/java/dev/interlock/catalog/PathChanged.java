package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;

/** News: a path was created or changed. Published in the transaction that did it. */
public record PathChanged(ProjectId project, PathKey path, boolean created) {}
