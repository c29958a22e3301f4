/** Carries one item out: sends its requests, records them masked, and says what went wrong on which hop. */
@NullMarked
package dev.interlock.execution.carry;

import org.jspecify.annotations.NullMarked;
