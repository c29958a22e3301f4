package dev.interlock.arazzo;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a condition and what became of it.
 *
 * @param operator {@code ==}, {@code &&}, {@code !}, {@code literal}, {@code value}, {@code jsonpath}, {@code regex}
 * @param text the part as written
 * @param value its value as JSON text, shortened; {@code missing} when there is none
 * @param type {@code string}, {@code number}, {@code boolean}, {@code null}, {@code object}, {@code array}, {@code missing}
 * @param operands the parts it is made of; parts that were not needed are left out
 */
public record ConditionTrace(String operator, String text, String value, String type, List<ConditionTrace> operands) {
    public ConditionTrace {
        operands = List.copyOf(operands);
    }

    /** The whole as one line: {@code $response.body#/total (12.5) > 20 -> false}. */
    public String line() {
        return operands.isEmpty() ? operand() : inside() + " -> " + value;
    }

    private String operand() {
        return operator.equals("value") ? text + " (" + value + ")" : text;
    }

    private String inside() {
        if (operands.size() == 1) {
            return operator + " " + operands.getFirst().nested();
        }
        return operands.stream().map(ConditionTrace::nested).collect(Collectors.joining(" " + operator + " "));
    }

    private String nested() {
        return operands.isEmpty() ? operand() : "(" + line() + ")";
    }
}
