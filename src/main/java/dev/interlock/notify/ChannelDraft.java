package dev.interlock.notify;

import dev.interlock.history.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a person or a call wants it.
 *
 * @param address where to post: an http or https address, of a repository the one of its API, such as {@code
 *     https://api.github.com/repos/acme/payment} or {@code https://gitlab.example/api/v4/projects/17}; of mail up to ten
 *     addresses with commas between them. Null keeps the one known
 * @param token what a repository wants to know of the writer; null keeps the one known; never shown again
 * @param service key of the service whose commits a repository has; "" elsewhere
 * @param team only problems laid at a service of this team; "" takes all
 * @param problems whether new problems on main are told, once per problem and day
 * @param runs whether it is told that runs began and ended
 * @param purpose only runs for this purpose; null takes all
 * @param branch only runs of this branch; "" takes all
 */
public record ChannelDraft(
        ChannelKind kind,
        @Nullable String address,
        @Nullable String token,
        String service,
        String team,
        boolean problems,
        boolean runs,
        @Nullable Purpose purpose,
        String branch,
        boolean enabled) {}
