package dev.interlock.history;

import java.util.Set;

/** What kind of thing went wrong in a failed or broken item. */
public enum CauseClass {
    ASSERTION,
    CONTRACT,
    TIMEOUT,
    CONNECT,
    RESET,
    PROTOCOL,
    DNS,
    TLS,
    AUTH,
    SETUP,
    TEARDOWN,
    EXPRESSION,
    POLICY,
    ENGINE,
    REPORTED;

    private static final Set<CauseClass> UNREACHED = Set.of(TIMEOUT, CONNECT, DNS, TLS);

    /** True when the target was not reached, so that many at once point to the environment. */
    public boolean isUnreached() {
        return UNREACHED.contains(this);
    }
}
