package dev.interlock.security;

import java.time.Instant;

/** A link that lets one person join a project; good once, until it expires. */
public record Invitation(
        long id, String projectKey, String projectName, Role role, String invitedBy, Instant expiresAt) {}
