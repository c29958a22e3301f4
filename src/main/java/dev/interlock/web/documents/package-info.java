/** Documents made elsewhere: looked at first, imported then, undone when it was wrong. */
@NullMarked
package dev.interlock.web.documents;

import org.jspecify.annotations.NullMarked;
