/** Where faults are believed to be: the numbers behind the likelihood of paths, free of storage and words. */
@NullMarked
package dev.interlock.risk.fault;

import org.jspecify.annotations.NullMarked;
