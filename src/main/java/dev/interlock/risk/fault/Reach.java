package dev.interlock.risk.fault;

/** How a fault of a hop bears on one path, for paths that tests travel. */
final class Reach {
    final HopState hop;
    final String path;
    /** Probability that a fault of the hop hits the path. */
    double share;
    /** Log-odds by which open failures of the path moved the hop; they are taken back when something else is to blame. */
    double suspicion;
    /** Log-odds from reports that blame the hop, or another hop, for an open failure of the path. */
    double votes;

    Reach(HopState hop, String path, double share) {
        this.hop = hop;
        this.path = path;
        this.share = share;
    }

    /** Probability that the path is hit over this hop. */
    double hit() {
        return hop.fault * share;
    }

    /** The fault probability of the hop without what open failures of the path say. */
    double unsuspected() {
        return Numbers.probability(Numbers.logit(hop.fault) - suspicion);
    }
}
