package dev.interlock.catalog;

import dev.interlock.platform.ProjectId;

/** News: CI reported a version. Published in the transaction that stored it. */
public record VersionReported(ProjectId project, ServiceVersion version) {}
