/** What the parts of the catalog share: the lock of a project, values kept as JSON, checks of drafts. */
@NullMarked
package dev.interlock.catalog.store;

import org.jspecify.annotations.NullMarked;
