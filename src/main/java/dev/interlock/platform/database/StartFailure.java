package dev.interlock.platform.database;

/** Why the embedded database cannot start: what happened, and what to do next. */
class StartFailure extends RuntimeException {
    private final String next;

    StartFailure(String what, String next) {
        super(what);
        this.next = next;
    }

    StartFailure(String what, String next, Throwable cause) {
        super(what, cause);
        this.next = next;
    }

    String next() {
        return next;
    }
}
