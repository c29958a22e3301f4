/** Timetables of plans. */
@NullMarked
package dev.interlock.web.schedules;

import org.jspecify.annotations.NullMarked;
