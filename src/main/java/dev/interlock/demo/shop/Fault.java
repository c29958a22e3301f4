package dev.interlock.demo.shop;

import java.util.Set;

/** What can be switched on to go wrong in one service of the shop. */
public enum Fault {
    /** A documented number is sent as text. */
    WRONG_FIELD("a field has the wrong type"),
    /** A documented number is left out. */
    MISSING_FIELD("a field is missing"),
    /** A number is one too high. */
    WRONG_VALUE("a field has the wrong value"),
    /** The answer has a good status and no body. */
    EMPTY_BODY("answers without a body"),
    /** The answer is a page for people. */
    WRONG_TYPE("answers HTML instead of JSON"),
    /** Every request is answered with 500. */
    SERVER_ERROR("answers 500"),
    /** Every request is answered with 502. */
    BAD_GATEWAY("answers 502"),
    /** Every request is answered with 422. */
    WRONG_REFUSAL("refuses what is right with 422"),
    /** Every answer takes four seconds. */
    SLOW("answers slowly"),
    /** Nobody listens. */
    REFUSED("takes no connection"),
    /** The connection ends in the middle of the answer. */
    RESET("breaks off in the middle of an answer"),
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

    /** Where a test of the shop notices it: a message nobody sends is not lost, a number nobody reads not wrong. */
    public Set<String> services() {
        return switch (this) {
            case WRONG_VALUE -> Set.of("gateway", "catalog", "cart", "orders", "payment", "shipping");
            case LOST_CALLBACK -> Set.of("shipping");
            default -> Departments.all().keySet();
        };
    }
}
