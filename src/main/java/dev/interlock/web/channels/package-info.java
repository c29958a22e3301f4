/** Pages on where people are told. */
@NullMarked
package dev.interlock.web.channels;

import org.jspecify.annotations.NullMarked;
