/** Regular expressions given by users, matched in linear time and checked before they are compiled. */
@NullMarked
package dev.interlock.arazzo.pattern;

import org.jspecify.annotations.NullMarked;
