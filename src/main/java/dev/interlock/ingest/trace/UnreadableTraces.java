package dev.interlock.ingest.trace;

/** Traces that cannot be read: where, and why. */
final class UnreadableTraces extends Exception {
    private final String where;

    UnreadableTraces(String where, String problem) {
        super(problem);
        this.where = where;
    }

    String where() {
        return where;
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
