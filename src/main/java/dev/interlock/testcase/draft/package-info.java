/** Drafts workflows from interfaces; plain Java. */
@NullMarked
package dev.interlock.testcase.draft;

import org.jspecify.annotations.NullMarked;
