package dev.interlock.openapi;

/**
 * Where a document says the service is.
 *
 * @param url address with the defaults of its variables filled in; may be relative such as {@code /api}
 * @param description text of the document
 */
public record Server(String url, String description) {}
