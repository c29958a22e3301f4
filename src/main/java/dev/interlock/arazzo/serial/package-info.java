/** Writes values of parameters and bodies the way OpenAPI describes them. Knows nothing of Arazzo. */
@NullMarked
package dev.interlock.arazzo.serial;

import org.jspecify.annotations.NullMarked;
