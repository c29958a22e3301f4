/** Chooses and orders tests for a purpose; gate rules. Owns schema plan. */
@ApplicationModule(allowedDependencies = {"platform", "security", "catalog", "testcase", "history", "risk"})
@NullMarked
package dev.interlock.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
