package dev.interlock.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Values a person set in place of the computed ones.
 *
 * @param likelihood 0..1, null keeps the computed one
 * @param impact 1..5, null keeps the computed one
 * @param reason why, 1 to 500 characters
 * @param expires last day it counts, at most 180 days ahead
 * @param by name of the person; ignored on input
 */
public record RiskOverride(
        @Nullable Double likelihood, @Nullable Integer impact, String reason, LocalDate expires, String by) {}
