package dev.interlock.execution;

/**
 * One way in which an answer, or a request, differs from the interface.
 *
 * @param where place in the message, such as {@code $.items[0].price}
 * @param problem what is wrong there
 */
public record ContractRecord(String where, String problem, boolean breaks) {}
