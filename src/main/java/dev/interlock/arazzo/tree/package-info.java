/** Turns JSON and YAML texts into trees that know their lines, and back into YAML. Knows nothing of Arazzo. */
@NullMarked
package dev.interlock.arazzo.tree;

import org.jspecify.annotations.NullMarked;
