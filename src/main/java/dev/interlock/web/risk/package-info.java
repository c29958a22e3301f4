/** The risk matrix and the page to rate services. */
@NullMarked
package dev.interlock.web.risk;

import org.jspecify.annotations.NullMarked;
