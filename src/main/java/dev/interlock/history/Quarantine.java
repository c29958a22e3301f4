package dev.interlock.history;

import java.time.LocalDate;

/**
 * A test that still runs but does not fail the gate.
 *
 * @param owner who mends it
 * @param until last day it counts, at most 90 days ahead
 */
public record Quarantine(String testKey, String owner, String reason, LocalDate until, String by) {}
