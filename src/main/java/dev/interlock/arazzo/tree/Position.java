package dev.interlock.arazzo.tree;

/** A place in a text: line and column from 1. */
public record Position(int line, int column) {
    /** Nothing is known. */
    public static final Position UNKNOWN = new Position(0, 0);
}
