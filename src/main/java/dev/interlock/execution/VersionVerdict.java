package dev.interlock.execution;

import dev.interlock.plan.GateVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether a set of versions may be released together.
 *
 * @param gate what the gate said when the run ended
 * @param run the newest run that met all of them and is evidence, null when none did
 */
public record VersionVerdict(GateVerdict gate, @Nullable Run run) {}
