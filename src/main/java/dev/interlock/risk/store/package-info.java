/** Keeps what risk believes, moves it with the news, and tells the scores. */
@NullMarked
package dev.interlock.risk.store;

import org.jspecify.annotations.NullMarked;
