/** Reads workflows against the registered services. */
@NullMarked
package dev.interlock.testcase.document;

import org.jspecify.annotations.NullMarked;
