/** The test language: documents, validation, expressions, criteria and carrying one workflow out; plain Java. */
@ApplicationModule(allowedDependencies = {"platform", "openapi"})
@NullMarked
package dev.interlock.arazzo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
