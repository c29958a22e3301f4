/** Risk of paths, plans and selections as JSON. */
@NullMarked
package dev.interlock.api.planning;

import org.jspecify.annotations.NullMarked;
