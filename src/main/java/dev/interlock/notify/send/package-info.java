/** Messages on their way, and what became of them. */
@NullMarked
package dev.interlock.notify.send;

import org.jspecify.annotations.NullMarked;
