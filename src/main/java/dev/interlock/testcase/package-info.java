/** Test cases with their revisions, coverage of paths, suites and drafts. Owns schema testcase. */
@ApplicationModule(allowedDependencies = {"platform", "openapi", "arazzo", "security", "catalog"})
@NullMarked
package dev.interlock.testcase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
