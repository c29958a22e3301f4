/** Journeys through the whole product in a browser, and what they share. */
@NullMarked
package dev.interlock.journey;

import org.jspecify.annotations.NullMarked;
