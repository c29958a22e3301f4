package dev.interlock.outbound;

import java.time.Duration;

/**
 * The one way out over HTTP for every address a user can choose. Sends exactly what is asked: no redirect is followed,
 * no cookie kept, nothing retried but once on a reused connection that turned out dead.
 */
public interface GuardedHttp {
    /**
     * Sends and waits for the whole answer. Blocks; meant for virtual threads.
     *
     * @param total the longest the whole exchange may take, between a millisecond and ten minutes
     * @throws OutboundFailure when there is no answer
     */
    OutboundAnswer send(OutboundRequest request, OutboundPolicy policy, Duration total);
}
