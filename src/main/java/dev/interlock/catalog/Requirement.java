package dev.interlock.catalog;

/**
 * A requirement or ticket kept elsewhere.
 *
 * @param reference such as {@code PAY-12}; what paths and test cases name
 * @param url where it is kept, http or https, or empty
 * @param title or empty
 */
public record Requirement(String reference, String url, String title) {}
