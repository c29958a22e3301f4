package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import dev.interlock.platform.ProjectId;
import java.util.Set;

/**
 * News: what test cases cover of these paths has changed.
 *
 * @param paths the paths whose coverage is another now
 */
public record CoverageChanged(ProjectId project, Set<PathKey> paths) {}
