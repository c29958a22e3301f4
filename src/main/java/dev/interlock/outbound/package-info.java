/** The one guarded way out: policy, resolver and client for every address a user can choose. Owns schema outbound. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.interlock.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
