package dev.interlock.openapi.tree;

/**
 * Something wrong with a text.
 *
 * @param line line of the text from 1, or 0 when no line can be named
 * @param column column from 1, or 0
 * @param what what is wrong there
 * @param hint what to do about it
 */
public record TreeFault(int line, int column, String what, String hint) {}
