package dev.interlock.risk;

import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The risk of paths; every page and endpoint takes its numbers from here. */
public interface RiskBoard {
    /** All paths, highest score first; factors are left out, see {@link #of}. */
    List<PathRisk> all(ProjectId project);

    /** All paths, highest score first, as they are now: without factors and without how they moved. */
    List<PathRisk> now(ProjectId project);

    /** One path with its factors. */
    Optional<PathRisk> of(ProjectId project, PathKey path);

    /** One path as it was at the end of a day (UTC), without factors; empty when nothing was known then. */
    Optional<PathRisk> at(ProjectId project, PathKey path, LocalDate day);

    /** How the score of a path moved, newest first, at most {@code limit} (200). */
    List<ScorePoint> history(ProjectId project, PathKey path, int limit);

    /** Shares of the score: verified, stale, failing, untested. */
    Shares shares(ProjectId project);

    /** The 25 cells, likelihood level 5 first, impact rising. */
    List<MatrixCell> matrix(ProjectId project);

    /** Sets values in place of the computed ones; audited. */
    PathRisk override(ProjectId project, PathKey path, RiskOverride override, Actor actor);

    /** Back to the computed values; audited. Nothing happens without an override. */
    void removeOverride(ProjectId project, PathKey path, Actor actor);

    /**
     * A person's rating of a service, 1..5; null leaves a value as it is. The impact is the service's criticality.
     */
    void rate(
            ProjectId project, ServiceKey service, @Nullable Integer likelihood, @Nullable Integer impact, Actor actor);

    /** A person's rating of a path, 1..5; null leaves a value as it is. */
    void rate(ProjectId project, PathKey path, @Nullable Integer likelihood, @Nullable Integer impact, Actor actor);

    /** Likelihood ratings of services by key. */
    Map<ServiceKey, Integer> serviceRatings(ProjectId project);
}
