/** Readers of the reports test tools write, one case at a time; plain Java. */
@NullMarked
package dev.interlock.ingest.dialect;

import org.jspecify.annotations.NullMarked;
