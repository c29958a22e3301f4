/** Runs, their items and their news as JSON. */
@NullMarked
package dev.interlock.api.runs;

import org.jspecify.annotations.NullMarked;
