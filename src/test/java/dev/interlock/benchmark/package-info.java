/** Measures of risk and planning on recorded test histories and made-up instances; writes docs/benchmarks/risk.md. */
@NullMarked
package dev.interlock.benchmark;

import org.jspecify.annotations.NullMarked;
