package dev.interlock.history;

import dev.interlock.platform.ProjectId;

/** News: every test of a problem passes again, or a person closed it. Published inside the storing transaction. */
public record ProblemClosed(ProjectId project, ProblemGroup problem) {}
