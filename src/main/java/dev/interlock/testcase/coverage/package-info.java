/** Works out which hops of a path a test exercises; plain Java. */
@NullMarked
package dev.interlock.testcase.coverage;

import org.jspecify.annotations.NullMarked;
