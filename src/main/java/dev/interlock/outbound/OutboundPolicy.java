package dev.interlock.outbound;

import java.util.List;

/**
 * What one environment, or the instance itself, may reach.
 *
 * @param scope whose policy this is, such as {@code 7/staging}; connections are never shared between scopes
 * @param openings ranges opened beyond public addresses
 * @param publicAllowed whether public addresses are reachable without an opening
 * @param version rises with every change, so that connections made under an older policy are not used again
 */
public record OutboundPolicy(String scope, List<Opening> openings, boolean publicAllowed, long version) {
    public OutboundPolicy {
        openings = List.copyOf(openings);
    }
}
