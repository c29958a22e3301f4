/** Environments and what is ready in them. */
@NullMarked
package dev.interlock.web.environments;

import org.jspecify.annotations.NullMarked;
