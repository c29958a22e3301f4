package dev.interlock.security;

import dev.interlock.platform.ProjectId;

/**
 * A project is being deleted, in this transaction. Every module that keeps rows of projects deletes its own with a plain
 * {@code @EventListener}.
 */
public record ProjectDeleted(ProjectId project, String key) {}
