/** How suites nest and what they come to; plain Java. */
@NullMarked
package dev.interlock.testcase.suite;

import org.jspecify.annotations.NullMarked;
