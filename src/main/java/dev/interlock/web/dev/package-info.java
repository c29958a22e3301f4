/** The page that shows every component in every state. */
@NullMarked
package dev.interlock.web.dev;

import org.jspecify.annotations.NullMarked;
