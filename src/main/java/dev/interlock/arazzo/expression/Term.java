package dev.interlock.arazzo.expression;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A part of a parsed condition. */
sealed interface Term {

    /** The part as written. */
    String text();

    record Junction(boolean and, List<Term> parts, String text) implements Term {}

    record Not(Term part, String text) implements Term {}

    record Compare(String operator, Term left, Term right, String text) implements Term {}

    record Literal(JsonNode value, String text) implements Term {}

    record Reference(Expression expression, String text) implements Term {}
}
