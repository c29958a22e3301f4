/** Where people are told. */
@NullMarked
package dev.interlock.api.channels;

import org.jspecify.annotations.NullMarked;
