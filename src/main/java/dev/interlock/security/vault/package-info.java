/** Secrets encrypted at rest. */
@NullMarked
package dev.interlock.security.vault;

import org.jspecify.annotations.NullMarked;
