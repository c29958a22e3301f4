package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** What traces show of a project; kept for 30 days, counted by the newest span. */
public interface Observations {
    /** Adds what came since the last time. */
    void add(ProjectId project, ObservedTraffic traffic);

    /** Services seen, by key; at most 1,000. */
    List<ObservedService> services(ProjectId project);

    /** Integrations seen, those with news first; at most 3,000. */
    List<ObservedIntegration> integrations(ProjectId project);

    /**
     * Ways seen, the most travelled first.
     *
     * @param limit 1 to 500
     */
    List<ObservedPath> paths(ProjectId project, int limit);

    /**
     * Makes observed integrations integrations of the project, known by traces, and registers their services where they
     * are not.
     *
     * @param edges each as {@code consumer -> provider}; all that are not accepted yet when empty
     */
    List<Integration> accept(ProjectId project, List<String> edges, Actor actor);
}
