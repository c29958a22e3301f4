package dev.interlock.plan;

/**
 * What one condition of a gate says.
 *
 * @param condition name of the condition, such as "mustRun" or "riskLeft"
 * @param sentence why, in words
 */
public record GateReason(String condition, Verdict verdict, String sentence) {}
