/** The channels of a project as people see them. */
@NullMarked
package dev.interlock.notify.book;

import org.jspecify.annotations.NullMarked;
