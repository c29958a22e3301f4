package dev.interlock.risk;

/** How much a deployment changes for those who call the service. */
public enum Change {
    BUILD("same interface"),
    NON_BREAKING("interface extended"),
    BREAKING("breaking change of the interface");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /** The change in words. */
    public String words() {
        return words;
    }
}
