/** Reads outcomes, states, counts and problems. */
@NullMarked
package dev.interlock.history.query;

import org.jspecify.annotations.NullMarked;
