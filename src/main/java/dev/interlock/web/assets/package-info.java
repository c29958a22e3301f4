/** Style sheet, scripts and icons under one address that changes with their content. */
@NullMarked
package dev.interlock.web.assets;

import org.jspecify.annotations.NullMarked;
