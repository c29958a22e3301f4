/** Pages of the demo: opening it, and making things go wrong in it. */
@NullMarked
package dev.interlock.web.demo;

import org.jspecify.annotations.NullMarked;
