/** Projects, their members, teams and invitations. */
@NullMarked
package dev.interlock.security.project;

import org.jspecify.annotations.NullMarked;
