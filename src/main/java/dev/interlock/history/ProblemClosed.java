package dev.interlock.history;

import dev.interlock.platform.ProjectId;

/**
 * News: no test shows a problem any more and one of its tests passes, or a person closed it. Published inside the storing
 * transaction.
 *
 * @param byPerson true when a person closed it, whatever its tests say
 */
public record ProblemClosed(ProjectId project, ProblemGroup problem, boolean byPerson) {}
