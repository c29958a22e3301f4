package dev.interlock.execution;

import dev.interlock.platform.ProjectId;

/** A run is over. Published once, in the transaction that ended it. */
public record RunFinished(ProjectId project, Run run) {}
