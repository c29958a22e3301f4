/** Writes outcomes with everything that is kept beside them, in one transaction. */
@NullMarked
package dev.interlock.history.log;

import org.jspecify.annotations.NullMarked;
