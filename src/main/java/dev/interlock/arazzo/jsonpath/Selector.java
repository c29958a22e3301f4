package dev.interlock.arazzo.jsonpath;

import java.util.OptionalLong;

/** What is taken from a value. */
sealed interface Selector {

    default boolean singular() {
        return false;
    }

    record Name(String name) implements Selector {
        @Override
        public boolean singular() {
            return true;
        }
    }

    record Index(long index) implements Selector {
        @Override
        public boolean singular() {
            return true;
        }
    }

    record Wildcard() implements Selector {}

    record Slice(OptionalLong start, OptionalLong end, long step) implements Selector {}

    record Filter(Logical condition) implements Selector {}
}
