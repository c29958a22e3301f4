/** Reads what came of a run: gate, risk covered, baseline, comparison, JUnit XML. */
@NullMarked
package dev.interlock.execution.verdict;

import org.jspecify.annotations.NullMarked;
