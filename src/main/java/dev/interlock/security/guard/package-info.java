/** Who may pass: filter chains, sessions, bearer tokens and the check of every mapping. */
@NullMarked
package dev.interlock.security.guard;

import org.jspecify.annotations.NullMarked;
