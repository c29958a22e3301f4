/** Takes requests for runs, expands them into items, and reads them for pages and endpoints. */
@NullMarked
package dev.interlock.execution.book;

import org.jspecify.annotations.NullMarked;
