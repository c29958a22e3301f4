/** Projects, members, teams, tokens and the audit trail as JSON. */
@NullMarked
package dev.interlock.api.access;

import org.jspecify.annotations.NullMarked;
