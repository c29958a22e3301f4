package dev.interlock.risk;

/**
 * A test of a path fails now. Whoever is to blame, the path is not known to work, so it never looks safe meanwhile.
 *
 * @param likelihood probability 0..1 that the path is at fault by this alone
 * @param evidence what failed, in words
 * @param link page that shows it, relative to the project
 */
public record OwnFailure(double likelihood, String evidence, String link) {}
