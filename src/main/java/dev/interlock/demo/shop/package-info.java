/** The demo shop: nine small HTTP servers that call each other, keep state, send spans and can be made to fail. */
@NullMarked
package dev.interlock.demo.shop;

import org.jspecify.annotations.NullMarked;
