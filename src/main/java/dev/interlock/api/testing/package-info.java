/** Test cases, suites, results made elsewhere and imports as JSON. */
@NullMarked
package dev.interlock.api.testing;

import org.jspecify.annotations.NullMarked;
