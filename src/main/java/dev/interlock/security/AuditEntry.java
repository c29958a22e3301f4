package dev.interlock.security;

import dev.interlock.platform.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param action what was done, such as {@code member.invite}
 * @param object to what, such as {@code env/staging}
 * @param before the state before, without secrets, null when there was none
 * @param after the state after, null when there is none
 * @param address where the request came from, empty when Interlock acted by itself
 */
public record AuditEntry(
        long id,
        Instant at,
        Actor actor,
        String action,
        String object,
        @Nullable String before,
        @Nullable String after,
        String address) {}
