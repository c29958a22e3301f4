package dev.interlock.ingest;

import dev.interlock.catalog.PathKey;

/**
 * Says that reported cases cover a path.
 *
 * @param service key of the reporting service, or empty for any
 * @param pattern what class and name of a case look like; {@code *} stands for any text
 */
public record PathRule(String service, String pattern, PathKey path) {}
