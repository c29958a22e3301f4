package dev.interlock.risk;

/**
 * What is known of the structure of a hop.
 *
 * @param sharedDatabase the provider is a database that more than one service uses
 * @param readsOnly every operation known to be used over it only reads
 * @param operations operations of the provider's interface, 0 when none is on file
 * @param callers services that depend on the provider, at least 1
 */
public record HopFacts(
        HopId hop,
        boolean thirdParty,
        boolean asynchronous,
        boolean interfaceOnFile,
        Teams teams,
        boolean sharedDatabase,
        boolean readsOnly,
        Tested tested,
        int operations,
        int callers) {

    /** Whose the two ends are. */
    public enum Teams {
        SAME,
        NOT_KNOWN,
        TWO
    }

    /** What is known of the unit tests of the two ends together. */
    public enum Tested {
        PASSED,
        NOT_REPORTED,
        NOT_PASSED
    }
}
