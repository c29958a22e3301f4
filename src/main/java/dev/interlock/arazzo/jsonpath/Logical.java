package dev.interlock.arazzo.jsonpath;

import java.util.List;

/** The condition of a filter. */
sealed interface Logical {

    record Or(List<Logical> parts) implements Logical {}

    record And(List<Logical> parts) implements Logical {}

    record Not(Logical part) implements Logical {}

    record Compare(String operator, Operand left, Operand right) implements Logical {}

    record Exists(PathQuery query) implements Logical {}

    record Test(Operand.Call call) implements Logical {}
}
