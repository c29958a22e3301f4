package dev.interlock.risk.fault;

/** What the chance of a deployment to break a hop depends on, in log-odds; the starting values are learned away from. */
public enum Feature {
    BASE("any deployment", -6, 1),
    EXTENDED("interface extended", .7, .4),
    BREAKING("breaking change of the interface", 1.5, .55),
    THIRD_PARTY("third party", .7, .3),
    ASYNCHRONOUS("asynchronous", .5, .3),
    NO_INTERFACE("no interface on file", .5, .3),
    BETWEEN_TEAMS("between two teams", .4, .3),
    SHARED_DATABASE("shared database", .4, .3),
    UNTESTED("no version that passed its unit tests", .7, .3);

    /** How many there are. */
    public static final int COUNT = 9;

    private final String words;
    private final double start;
    private final double doubt;

    Feature(String words, double start, double doubt) {
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
}
