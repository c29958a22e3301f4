/** Shared values, limits, idempotency, problems, the clock and the database a start brings along. Owns schema platform. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.interlock.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
