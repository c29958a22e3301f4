/** The rows of runs, their results and their news. */
@NullMarked
package dev.interlock.execution.store;

import org.jspecify.annotations.NullMarked;
