/** Which operations and fields of interfaces are used by paths and test cases. */
@NullMarked
package dev.interlock.testcase.use;

import org.jspecify.annotations.NullMarked;
