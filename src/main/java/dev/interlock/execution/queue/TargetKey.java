package dev.interlock.execution.queue;

/** A target: a service in an environment of a project. */
record TargetKey(long project, String environment, String service) {}
