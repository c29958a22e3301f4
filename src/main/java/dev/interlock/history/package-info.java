/** Outcomes of every test and step, append-only, with rollups and problems. Owns schema history. */
@ApplicationModule(allowedDependencies = {"platform", "security", "catalog", "testcase"})
@NullMarked
package dev.interlock.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
