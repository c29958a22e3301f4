package dev.interlock.plan;

import dev.interlock.platform.ProjectId;

/** Selections worked out from what is known now. */
public interface Selections {
    /** The selection for these values; nothing is stored. Same knowledge, same answer. */
    Selection preview(ProjectId project, PlanValues values);
}
