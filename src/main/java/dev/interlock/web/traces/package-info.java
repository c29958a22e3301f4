/** Pages of traces that runs began. */
@NullMarked
package dev.interlock.web.traces;

import org.jspecify.annotations.NullMarked;
