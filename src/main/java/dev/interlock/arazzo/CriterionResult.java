package dev.interlock.arazzo;

import java.util.Optional;

/**
 * How one criterion came out.
 *
 * @param condition the condition as written, or a description of an implicit check
 * @param label name for people, if it has one
 * @param implicit whether the document does not write it: the default success check
 * @param holds whether it holds
 * @param expected what was expected, in words; empty when it could not be evaluated
 * @param actual what was there instead; empty when it could not be evaluated
 * @param trace how the value came about; absent when it could not be parsed
 * @param error why it could not be evaluated; empty when it could
 * @param pointer JSON pointer to the criterion, empty for implicit ones
 */
public record CriterionResult(
        String condition,
        Optional<String> label,
        boolean implicit,
        boolean holds,
        String expected,
        String actual,
        Optional<ConditionTrace> trace,
        String error,
        String pointer) {}
