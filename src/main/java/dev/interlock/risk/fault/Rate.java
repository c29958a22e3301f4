package dev.interlock.risk.fault;

/** A share that is learned for each project, shrunk to a starting value. */
public enum Rate {
    REACH("paths over a broken hop that are hit", .7, 60),
    DETECTION("runs in which a test over a faulty path fails", .78, 60),
    LEAK("results that fail without a fault", .005, 400),
    RETRY("results that fail once and pass on retry", .02, 200),
    BLAME("failures that name the hop at fault", .5, 6),
    MISBLAME("blamed hops that were not at fault", .05, 20),
    OUTAGE("runs during an outage of the environment", .02, 30),
    DRIFT("third parties that change unseen in a day", .0004, 1 / .0004),
    LEFT("faults left after a fix", .1, 10),
    SPREAD("other callers hit when a provider broke", .03, 1 / .03);

    private final String words;
    private final double start;
    private final double strength;

    Rate(String words, double start, double strength) {
        this.words = words;
        this.start = start;
        this.strength = strength;
    }

    /** The share in words. */
    public String words() {
        return words;
    }

    /** Value 0..1 before anything was learned. */
    public double start() {
        return start;
    }

    /** How many cases of one's own weigh as much as the starting value. */
    public double strength() {
        return strength;
    }
}
