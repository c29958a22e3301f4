package dev.interlock.catalog.service;

import dev.interlock.catalog.ServiceVersion;
import dev.interlock.platform.ProjectId;
import java.util.List;

/** The newest version of each service, for readiness. */
public interface LatestVersions {
    List<ServiceVersion> latest(ProjectId project);
}
