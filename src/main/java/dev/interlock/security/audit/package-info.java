/** The append-only audit trail. */
@NullMarked
package dev.interlock.security.audit;

import org.jspecify.annotations.NullMarked;
