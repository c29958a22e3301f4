package dev.interlock.execution;

/**
 * Items of a run by outcome.
 *
 * @param flaky items that failed and passed within the run; they are counted under their outcome too
 * @param total all items
 */
public record Counts(
        int passed, int failed, int broken, int blocked, int skipped, int cancelled, int flaky, int total) {

    /** Nothing yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Items with an outcome. */
    public int done() {
        return passed + failed + broken + blocked + skipped + cancelled;
    }

    /** Items without an outcome: waiting, being carried out, or left to a person. */
    public int open() {
        return Math.max(0, total - done());
    }

    /** Items that failed or broke. */
    public int faults() {
        return failed + broken;
    }
}
