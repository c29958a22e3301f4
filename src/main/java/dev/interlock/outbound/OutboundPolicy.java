package dev.interlock.outbound;

import java.util.List;

/**
 * What one environment, or the instance itself, may reach.
 *
 * @param scope whose policy this is, such as {@code 7/staging}; connections are never shared between scopes
 * @param openings ranges opened beyond public addresses
 * @param publicAllowed whether public addresses are reachable without an opening
 * @param version rises with every change, so that connections made under an older policy are not used again
 * @param tls what connections under it prove themselves with; they are shared with no other
 */
public record OutboundPolicy(
        String scope, List<Opening> openings, boolean publicAllowed, long version, TlsMaterial tls) {
    public OutboundPolicy {
        openings = List.copyOf(openings);
    }

    /** A policy without certificates of its own. */
    public OutboundPolicy(String scope, List<Opening> openings, boolean publicAllowed, long version) {
        this(scope, openings, publicAllowed, version, TlsMaterial.NONE);
    }

    /** The same with these certificates. */
    public OutboundPolicy with(TlsMaterial other) {
        return new OutboundPolicy(scope, openings, publicAllowed, version, other);
    }
}
