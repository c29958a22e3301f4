/** The page that shows the calls of the JSON contract, made from the document the service serves. */
@NullMarked
package dev.interlock.web.reference;

import org.jspecify.annotations.NullMarked;
