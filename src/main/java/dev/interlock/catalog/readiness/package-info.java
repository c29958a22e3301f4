/** What can be tested now. */
@NullMarked
package dev.interlock.catalog.readiness;

import org.jspecify.annotations.NullMarked;
