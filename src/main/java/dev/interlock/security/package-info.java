/** Projects, people, teams, roles, tokens, secrets, masking and audit. Owns schema security. */
@ApplicationModule(allowedDependencies = {"platform", "outbound"})
@NullMarked
package dev.interlock.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
