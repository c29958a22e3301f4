package dev.interlock.risk.fault;

/**
 * A reason why a hop may be broken.
 *
 * @param service who deployed, empty when nobody did
 * @param change 0 same interface, 1 extended, 2 broken
 * @param provider true when the provider deployed
 * @param mass faults it was expected to bring that no test has looked for yet
 */
public record Cause(Kind kind, String service, int change, boolean provider, double mass) {

    /** Where a fault can come from. */
    public enum Kind {
        /** Never seen working. */
        START,
        DEPLOYMENT,
        /** A third party changed unseen. */
        DRIFT,
        /** A fix that did not mend it. */
        LEFT,
        /** The provider broke for another caller. */
        SPREAD
    }

    static Cause of(Kind kind, double mass) {
        return new Cause(kind, "", 0, false, mass);
    }

    boolean same(Cause other) {
        return kind == other.kind
                && change == other.change
                && provider == other.provider
                && service.equals(other.service);
    }

    Cause with(double newMass) {
        return new Cause(kind, service, change, provider, newMass);
    }
}
