/** Interlock: test management for integration testing. Each sub-package is a module; see src/docs/house.md. */
@NullMarked
package dev.interlock;

import org.jspecify.annotations.NullMarked;
