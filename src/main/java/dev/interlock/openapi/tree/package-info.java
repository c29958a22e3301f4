/**
 * Turns the bytes of an upload into a Jackson tree under limits: text decoding, JSON, YAML, JSON pointers. Knows nothing
 * of OpenAPI.
 */
@NullMarked
package dev.interlock.openapi.tree;

import org.jspecify.annotations.NullMarked;
