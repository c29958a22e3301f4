/** Reads OpenAPI documents, checks answers against them and compares revisions; plain Java. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package dev.interlock.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
