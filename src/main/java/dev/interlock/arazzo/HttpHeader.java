package dev.interlock.arazzo;

/**
 * One header field of a request or an answer.
 *
 * @param name name, compared without regard to case
 * @param value value as sent
 */
public record HttpHeader(String name, String value) {}
