/** Small pictures and words that many pages show, worked out on the server. */
@NullMarked
package dev.interlock.web.view;

import org.jspecify.annotations.NullMarked;
