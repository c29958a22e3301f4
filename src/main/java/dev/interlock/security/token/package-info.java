/** API tokens. */
@NullMarked
package dev.interlock.security.token;

import org.jspecify.annotations.NullMarked;
