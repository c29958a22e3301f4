/** Signing in and out, the first start, invitations, your own account. */
@NullMarked
package dev.interlock.web.account;

import org.jspecify.annotations.NullMarked;
