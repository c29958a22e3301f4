/** The PostgreSQL that a start without configuration brings along: unpacked, started, adopted, stopped. */
@NullMarked
package dev.interlock.platform.database;

import org.jspecify.annotations.NullMarked;
