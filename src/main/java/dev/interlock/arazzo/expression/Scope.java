package dev.interlock.arazzo.expression;

/** The values expressions may name at one moment. */
@FunctionalInterface
public interface Scope {

    /** The value with this name, without following pointers. */
    Lookup find(Root root, String owner, String name);
}
