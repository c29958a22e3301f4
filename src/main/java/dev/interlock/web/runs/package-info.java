/** Pages of runs: list, launcher, live run, results, one item with its exchanges, comparison. */
@NullMarked
package dev.interlock.web.runs;

import org.jspecify.annotations.NullMarked;
