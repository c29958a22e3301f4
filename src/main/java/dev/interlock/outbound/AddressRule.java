package dev.interlock.outbound;

/** The rules an address is refused by, with the words a person reads. */
public enum AddressRule {
    /** The address is not written in the one form we accept. */
    MALFORMED(false, "it is not written as a plain host name or address"),
    /** Another protocol than HTTP. */
    SCHEME(false, "only http and https are spoken here"),
    /** A header, method or address that would change the message. */
    MESSAGE(false, "it would not arrive as written"),
    /** Addresses of the local link, cloud metadata among them. */
    LINK_LOCAL(false, "link-local addresses serve machine credentials"),
    /** Cloud metadata services outside the link-local range. */
    METADATA(false, "it is a cloud metadata service"),
    /** The unspecified address and its network. */
    UNSPECIFIED(false, "it stands for no host"),
    /** Groups of hosts. */
    MULTICAST(false, "it is a multicast or broadcast address"),
    /** Reserved by the IETF, never a host. */
    RESERVED(false, "it is reserved and belongs to no host"),
    /** Our own listeners and database. */
    OWN_LISTENER(false, "Interlock itself or its database listens there"),
    /** This machine. */
    LOOPBACK(true, "loopback is closed unless it is opened for the environment"),
    /** RFC 1918. */
    PRIVATE(true, "private networks are closed unless they are opened for the environment"),
    /** RFC 4193. */
    UNIQUE_LOCAL(true, "unique local networks are closed unless they are opened for the environment"),
    /** RFC 6598. */
    CARRIER_NAT(true, "carrier networks are closed unless they are opened for the environment"),
    /** Documentation, benchmarks, protocol assignments. */
    SPECIAL_USE(true, "special-use networks are closed unless they are opened for the environment"),
    /** A public address on an instance that allows only what is listed. */
    PUBLIC(true, "this instance reaches public addresses only where they are opened for the environment");

    private final boolean openable;
    private final String reason;

    AddressRule(boolean openable, String reason) {
        this.openable = openable;
        this.reason = reason;
    }

    /** Whether an opening overrides the rule. */
    public boolean openable() {
        return openable;
    }

    /** Why, as the end of a sentence. */
    public String reason() {
        return reason;
    }
}
