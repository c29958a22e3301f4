package dev.interlock.risk.fault;

/** Parts of the model that can be left out, to see what each is worth. */
public enum Part {
    CARE("carelessness of services"),
    WEIGHTS("weights learned"),
    RATES("shares learned"),
    OUTAGES("outages recognised"),
    OWN_RESULTS("own results of a path"),
    TEST_NOISE("noise of each test"),
    SPREAD("a broken provider hits other callers");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** The part in words. */
    public String words() {
        return words;
    }
}
