/** Schedules as JSON. */
@NullMarked
package dev.interlock.api.schedules;

import org.jspecify.annotations.NullMarked;
