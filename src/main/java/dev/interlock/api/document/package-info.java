/** The OpenAPI document of the JSON contract, made from the code that serves it. */
@NullMarked
package dev.interlock.api.document;

import org.jspecify.annotations.NullMarked;
