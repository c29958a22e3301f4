/**
 * Stand-ins for services that are not ready: they answer from the examples and schemas of an interface and are marked in
 * every result they had a part in. Owns schema stub.
 */
@ApplicationModule(allowedDependencies = {"platform", "openapi", "security", "catalog"})
@NullMarked
package dev.interlock.stub;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
