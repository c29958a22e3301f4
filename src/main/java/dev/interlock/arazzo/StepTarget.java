package dev.interlock.arazzo;

import java.util.Optional;

/** What a step calls. */
public sealed interface StepTarget {

    /** The target as written in the document. */
    String text();

    /** The source it is in, where the step names one. */
    Optional<String> source();

    /** An operation named by its id. */
    record ById(Optional<String> source, String operationId, String text) implements StepTarget {}

    /**
     * An operation named by its place.
     *
     * @param pointer JSON pointer to the operation in the source, such as {@code /paths/~1pets/get}
     */
    record ByPath(Optional<String> source, String pointer, String text) implements StepTarget {}

    /** Another workflow, of this document or of an Arazzo source. */
    record SubWorkflow(Optional<String> source, String workflowId, String text) implements StepTarget {}

    /** A channel of an AsyncAPI source; read and kept, but not carried out. */
    record Channel(Optional<String> source, String text) implements StepTarget {}
}
