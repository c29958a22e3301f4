/** People, their passwords, how they sign in, the first start. */
@NullMarked
package dev.interlock.security.person;

import org.jspecify.annotations.NullMarked;
