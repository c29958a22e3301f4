package dev.interlock.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API token, without its secret.
 *
 * @param prefix the beginning that is shown, good for finding it again
 * @param projectKey the project it is bound to, null when it is good for the whole installation
 * @param lastUsedAt at most a minute old
 */
public record Token(
        long id,
        String name,
        String prefix,
        Set<Scope> scopes,
        @Nullable String projectKey,
        String owner,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom) {}
