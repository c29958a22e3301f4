package dev.interlock.catalog;

import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Map;

/** Versions of services with the verdict of their unit tests, and where they are deployed. */
public interface Versions {
    /** Stores or updates a version; creates an INTERNAL service that is not registered yet. */
    ServiceVersion report(ProjectId project, ServiceKey service, VersionReport report, Actor actor);

    /** Stores a deployment; a version that was not reported before is added with unknown unit tests. */
    void deploy(ProjectId project, DeploymentReport report, Actor actor);

    /** The version each service runs in the environment now; of several the one with the largest share. */
    Map<ServiceKey, String> deployed(ProjectId project, EnvironmentKey environment);

    /** The versions of a service, newest first, at most 200. */
    List<ServiceVersion> of(ProjectId project, ServiceKey service);

    /** Everything deployed now, by service and environment, shares and instances told apart. */
    List<DeployedVersion> matrix(ProjectId project);
}
