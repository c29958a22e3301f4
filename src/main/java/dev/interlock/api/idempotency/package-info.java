/** Repeated requests are answered as the first one was. */
@NullMarked
package dev.interlock.api.idempotency;

import org.jspecify.annotations.NullMarked;
