package dev.interlock.ingest;

import java.time.Instant;

/**
 * A reported test that may be, or is, an earlier one under another name.
 *
 * @param id number within the installation
 * @param name class and name as reported now
 * @param former class and name it had; results under {@code name} continue its history while the state is ACCEPTED
 * @param similarity between 0 and 1; 1 when a person said it
 * @param run key of the run in which the name appeared, or empty when a person said it
 * @param at when it was proposed or said
 */
public record Rename(long id, String name, String former, State state, double similarity, String run, Instant at) {

    /** What is known about it. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED
    }
}
