/** Stand-ins: asking for them, and what they serve. */
@NullMarked
package dev.interlock.api.stubs;

import org.jspecify.annotations.NullMarked;
