/** Timetables and triggers that start runs. Owns schema schedule. */
@ApplicationModule(allowedDependencies = {"platform", "security", "catalog", "plan", "execution"})
@NullMarked
package dev.interlock.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
