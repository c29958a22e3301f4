/** Home of a project. */
@NullMarked
package dev.interlock.web.home;

import org.jspecify.annotations.NullMarked;
