package dev.interlock.execution;

import java.util.List;

/**
 * One success criterion and what came of it.
 *
 * @param text as written in the document
 * @param held whether it held
 * @param problem why it could not be decided, empty otherwise
 */
public record CriterionRecord(String text, boolean held, String problem, List<OperandRecord> operands) {

    /** A part of the criterion and the value it had, masked and cut to 2,000 characters. */
    public record OperandRecord(String expression, String value) {}
}
