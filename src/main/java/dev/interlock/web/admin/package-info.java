/** Projects, members, teams, tokens and the audit trail as pages. */
@NullMarked
package dev.interlock.web.admin;

import org.jspecify.annotations.NullMarked;
