package dev.interlock.outbound;

import java.util.List;

/** Makes policies that carry the setting of this instance for public addresses. */
public interface OutboundPolicies {
    /** The policy for what Interlock fetches for itself, such as a document by its address: nothing is opened. */
    OutboundPolicy instance();

    /** The policy of one environment with its openings. */
    OutboundPolicy of(String scope, List<Opening> openings, long version);
}
