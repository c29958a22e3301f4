/** Runtime expressions, texts with expressions in them and simple conditions. Nothing here evaluates code. */
@NullMarked
package dev.interlock.arazzo.expression;

import org.jspecify.annotations.NullMarked;
