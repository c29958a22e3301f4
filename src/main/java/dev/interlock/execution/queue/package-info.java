/** Leases items to nodes and stores what came of them, exactly for the items whose fence held. */
@NullMarked
package dev.interlock.execution.queue;

import org.jspecify.annotations.NullMarked;
