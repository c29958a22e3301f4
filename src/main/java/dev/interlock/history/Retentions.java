package dev.interlock.history;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long each project keeps its results. */
public interface Retentions {

    /** What a project keeps; {@link Retention#STANDARD} until somebody says otherwise. */
    Retention of(ProjectId project);

    /** What every project keeps. */
    Map<ProjectId, Retention> all();

    /** The first month each project keeps of one sort of thing, by the number of the project. */
    default Map<Long, YearMonth> firstKept(Function<Retention, YearMonth> ofSort) {
        return all().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), entry -> ofSort.apply(entry.getValue())));
    }

    /**
     * Says what a project keeps; audited. What is older goes within hours and cannot be had back.
     *
     * @throws dev.interlock.platform.Problem {@link HistoryProblem#RETENTION_IS_INVALID}
     */
    void put(ProjectId project, Retention wanted, Actor actor);
}
