package dev.interlock.arazzo;

/**
 * A document that steps take their operations from. It names neither environment nor credentials.
 *
 * @param name name used in expressions, unique in the document
 * @param url where the described document is, as written
 * @param type what kind of document that is
 */
public record SourceDescription(String name, String url, SourceType type) {}
