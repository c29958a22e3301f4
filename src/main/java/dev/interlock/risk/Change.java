package dev.interlock.risk;

/** How much a deployment changes for those who call the service. */
public enum Change {
    BUILD(0, "same interface"),
    NON_BREAKING(.7, "interface extended"),
    BREAKING(1.5, "breaking change of the interface");

    private final double weight;
    private final String words;

    Change(double weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    double weight() {
        return weight;
    }

    /** The change in words. */
    public String words() {
        return words;
    }
}
