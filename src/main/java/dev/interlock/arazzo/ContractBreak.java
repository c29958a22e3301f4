package dev.interlock.arazzo;

/**
 * Something in an answer the interface does not promise.
 *
 * @param where place in the answer: {@code status}, {@code content-type}, {@code header X-Page}, {@code $.items[0].price}
 * @param problem what was expected and what came
 * @param rule place in the interface that says so, or an empty text
 * @param error whether it breaks the contract; otherwise it is for information
 */
public record ContractBreak(String where, String problem, String rule, boolean error) {}
