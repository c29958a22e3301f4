/** Test cases: list, detail, editor and drafts. */
@NullMarked
package dev.interlock.web.tests;

import org.jspecify.annotations.NullMarked;
