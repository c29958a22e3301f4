package dev.interlock.stub;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stand-ins of environments, at most 100 in each. Any node answers for any of them. */
public interface Stubs {

    /** The stand-ins of an environment, by service. */
    List<Stub> of(ProjectId project, EnvironmentKey environment);

    /**
     * Has Interlock stand in for a service; one that is there already stays as it is.
     *
     * @throws dev.interlock.platform.Problem {@link StubProblem#NOTHING_TO_ANSWER_FROM} without an interface on file
     */
    Stub start(ProjectId project, EnvironmentKey environment, ServiceKey service, Actor actor);

    /** Ends a stand-in; its address answers no more. */
    void stop(ProjectId project, EnvironmentKey environment, ServiceKey service, Actor actor);

    /** What the stand-in for a service answers; the call is kept. */
    StubAnswer answer(ProjectId project, EnvironmentKey environment, ServiceKey service, StubRequest request);

    /** What the stand-in behind a token answers; empty when there is none. */
    Optional<Served> serve(String token, StubRequest request);

    /** The stand-ins that answered within these traces. */
    Set<ServiceKey> answeredIn(ProjectId project, EnvironmentKey environment, Collection<String> traceIds);

    /** What stand-ins of an environment answered, newest first, at most 200. */
    List<StubCall> calls(ProjectId project, EnvironmentKey environment);

    /** An answer and the service it is given for. */
    record Served(ServiceKey service, StubAnswer answer) {}
}
