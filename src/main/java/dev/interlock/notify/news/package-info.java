/** What happened, and who is to be told. */
@NullMarked
package dev.interlock.notify.news;

import org.jspecify.annotations.NullMarked;
