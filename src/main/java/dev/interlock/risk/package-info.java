/** A score and its reasons for each path and each test. Owns schema risk. */
@ApplicationModule(allowedDependencies = {"platform", "security", "openapi", "catalog", "testcase", "history"})
@NullMarked
package dev.interlock.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
