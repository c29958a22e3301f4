/** Pages for what was refused, is not there or went wrong. */
@NullMarked
package dev.interlock.web.error;

import org.jspecify.annotations.NullMarked;
