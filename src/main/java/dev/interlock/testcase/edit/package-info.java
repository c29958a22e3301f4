/** Changes documents step by step for the editor. */
@NullMarked
package dev.interlock.testcase.edit;

import org.jspecify.annotations.NullMarked;
