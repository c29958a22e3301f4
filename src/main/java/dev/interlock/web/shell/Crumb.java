package dev.interlock.web.shell;

/**
 * One step of the way back up.
 *
 * @param label what a person reads
 * @param href where it leads
 */
public record Crumb(String label, String href) {}
