package dev.interlock.security;

import java.time.Instant;

/**
 * A person's part in a project.
 *
 * @param active false when the person can no longer sign in
 */
public record Member(long personId, String name, String email, Role role, boolean active, Instant since) {}
