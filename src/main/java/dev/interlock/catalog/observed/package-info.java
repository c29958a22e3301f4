/** What traces show: calls and ways by day, what is new about them, and how they become part of the catalog. */
@NullMarked
package dev.interlock.catalog.observed;

import org.jspecify.annotations.NullMarked;
