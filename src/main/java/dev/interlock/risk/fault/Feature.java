package dev.interlock.risk.fault;

/** What the chance of a deployment to break a hop depends on, in log-odds; the starting values are learned away from. */
public enum Feature {
    BASE(0, "any deployment", -6, 1),
    EXTENDED(1, "interface extended", .7, .4),
    BREAKING(2, "breaking change of the interface", 1.5, .55),
    THIRD_PARTY(3, "third party", .7, .3),
    ASYNCHRONOUS(4, "asynchronous", .5, .3),
    NO_INTERFACE(5, "no interface on file", .5, .3),
    BETWEEN_TEAMS(6, "between two teams", .4, .3),
    SHARED_DATABASE(7, "shared database", .4, .3),
    UNTESTED(8, "no version that passed its unit tests", .7, .3);

    /** How many there are. */
    public static final int COUNT = 9;

    private final int place;
    private final String words;
    private final double start;
    private final double doubt;

    Feature(int place, String words, double start, double doubt) {
        this.place = place;
        this.words = words;
        this.start = start;
        this.doubt = doubt;
    }

    /** The feature in words. */
    public String words() {
        return words;
    }

    /** Value before anything was learned, in log-odds. */
    public double start() {
        return start;
    }

    /** Standard deviation of what projects are expected to have, in log-odds; small keeps to the starting value. */
    public double doubt() {
        return doubt;
    }

    /** Its place in what is stored of all features, from 0; never given to another. */
    public int place() {
        return place;
    }
}
