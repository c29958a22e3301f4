/** What surrounds every page: project, navigation, preferences, words for numbers and times. */
@NullMarked
package dev.interlock.web.shell;

import org.jspecify.annotations.NullMarked;
