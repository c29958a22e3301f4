/** How long results are kept, and what is too old goes. */
@NullMarked
package dev.interlock.history.keep;

import org.jspecify.annotations.NullMarked;
