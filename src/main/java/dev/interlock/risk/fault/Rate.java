package dev.interlock.risk.fault;

/** A share that is learned for each project, shrunk to a starting value. */
public enum Rate {
    REACH(0, "paths over a broken hop that are hit", .7, 60),
    DETECTION(1, "runs in which a test over a faulty path fails", .78, 60),
    LEAK(2, "results that fail without a fault", .005, 400),
    RETRY(3, "results that fail once and pass on retry", .02, 200),
    BLAME(4, "failures that name the hop at fault", .5, 6),
    MISBLAME(5, "blamed hops that were not at fault", .05, 20),
    OUTAGE(6, "runs during an outage of the environment", .02, 30),
    DRIFT(7, "third parties that change unseen in a day", .0004, 1 / .0004),
    LEFT(8, "faults left after a fix", .1, 10),
    SPREAD(9, "other callers hit when a provider broke", .03, 1 / .03);

    private final int place;
    private final String words;
    private final double start;
    private final double strength;

    Rate(int place, String words, double start, double strength) {
        this.place = place;
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

    /** Its place in what is stored of all shares, from 0; never given to another. */
    public int place() {
        return place;
    }
}
