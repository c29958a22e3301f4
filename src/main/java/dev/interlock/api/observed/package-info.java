/** Traces coming in, and what they show. */
@NullMarked
package dev.interlock.api.observed;

import org.jspecify.annotations.NullMarked;
