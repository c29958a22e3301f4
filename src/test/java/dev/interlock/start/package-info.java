/** What a person sees who starts the built jar, for good and for bad. */
@NullMarked
package dev.interlock.start;

import org.jspecify.annotations.NullMarked;
