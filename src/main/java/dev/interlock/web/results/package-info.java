/** Results made elsewhere: looked at first, stored then. */
@NullMarked
package dev.interlock.web.results;

import org.jspecify.annotations.NullMarked;
