/** Environments, checks of their targets and the identities requests speak for. */
@NullMarked
package dev.interlock.catalog.environment;

import org.jspecify.annotations.NullMarked;
