package dev.interlock.demo.shop;

/** What can be switched on to go wrong in one service of the shop. */
public enum Fault {
    /** A documented number is sent as text. */
    WRONG_FIELD("a field has the wrong type"),
    /** Every request is answered with 502. */
    BAD_GATEWAY("answers 502"),
    /** Every answer takes four seconds. */
    SLOW("answers slowly"),
    /** What should be told later is never told. */
    LOST_CALLBACK("loses its callback"),
    /** Every second request is answered with 503. */
    FLAKY("fails every second time");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** The fault in words that follow the name of a service. */
    public String words() {
        return words;
    }
}
