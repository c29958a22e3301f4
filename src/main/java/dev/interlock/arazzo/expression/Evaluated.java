package dev.interlock.arazzo.expression;

import java.util.Optional;

/**
 * What became of a condition.
 *
 * @param holds whether it holds
 * @param expected what was expected, of the part that decided
 * @param actual what was there instead
 * @param trace all parts
 * @param error why it could not be evaluated, empty when it could
 */
public record Evaluated(boolean holds, String expected, String actual, Optional<Trace> trace, String error) {

    static Evaluated broken(String error) {
        return new Evaluated(false, "", "", Optional.empty(), error);
    }
}
