package dev.interlock.execution;

import java.util.List;

/**
 * One success criterion and what came of it.
 *
 * @param text as written in the document, or a description of an implicit check
 * @param implicit whether the document does not write it
 * @param held whether it held
 * @param expected what was expected, in words
 * @param actual what was there instead
 * @param problem why it could not be decided, empty otherwise
 */
public record CriterionRecord(
        String text,
        boolean implicit,
        boolean held,
        String expected,
        String actual,
        String problem,
        List<OperandRecord> operands) {

    /** A part of the criterion and the value it had, masked and cut to 2,000 characters. */
    public record OperandRecord(String expression, String value, String type) {}
}
