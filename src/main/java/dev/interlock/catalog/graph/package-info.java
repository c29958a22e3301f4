/** Integrations, paths, requirements and the paths the integrations suggest. */
@NullMarked
package dev.interlock.catalog.graph;

import org.jspecify.annotations.NullMarked;
