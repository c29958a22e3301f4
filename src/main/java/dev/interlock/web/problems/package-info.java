/** Pages of problems: failures with one cause, over all runs. */
@NullMarked
package dev.interlock.web.problems;

import org.jspecify.annotations.NullMarked;
