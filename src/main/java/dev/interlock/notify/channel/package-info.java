/** Where people are told. */
@NullMarked
package dev.interlock.notify.channel;

import org.jspecify.annotations.NullMarked;
