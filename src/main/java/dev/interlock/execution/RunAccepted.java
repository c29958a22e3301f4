package dev.interlock.execution;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;

/** A run was asked for and will be carried out. Published once, in the transaction that accepted it. */
public record RunAccepted(ProjectId project, RunId run) {}
