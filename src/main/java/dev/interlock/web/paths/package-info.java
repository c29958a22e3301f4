/** Integration paths: list, building, proposals and detail. */
@NullMarked
package dev.interlock.web.paths;

import org.jspecify.annotations.NullMarked;
