package dev.interlock.catalog;

import java.time.Instant;

/**
 * What CI says of one build.
 *
 * @param version at most 120 characters, unique in its service; reporting it again updates it
 * @param commit or empty
 * @param branch or empty
 * @param at when the unit tests ended
 */
public record VersionReport(String version, String commit, String branch, UnitTests unitTests, Instant at) {}
