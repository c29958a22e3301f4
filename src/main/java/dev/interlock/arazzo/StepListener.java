package dev.interlock.arazzo;

/** Hears of every step while a workflow is carried out; called on the thread that carries it out. */
public interface StepListener {

    /** One that does not listen. */
    StepListener NONE = new StepListener() {};

    /** A step begins. */
    default void started(StepPlace place, Step step) {}

    /** An attempt of a step ended; there may be more. */
    default void attempted(StepPlace place, Attempt attempt) {}

    /** A step ended. */
    default void finished(StepResult result) {}

    /** A step is not carried out. */
    default void skipped(StepPlace place, Step step, String reason) {}
}
