package dev.interlock.arazzo.jsonpath;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A side of a comparison or an argument of a function. */
sealed interface Operand {

    record Literal(JsonNode value) implements Operand {}

    record Query(PathQuery query) implements Operand {}

    record Call(Function function, List<Operand> arguments) implements Operand {}
}
