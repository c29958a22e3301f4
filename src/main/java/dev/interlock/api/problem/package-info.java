/** Answers to refused and failed requests as problem documents, and the replay of repeated ones. */
@NullMarked
package dev.interlock.api.problem;

import org.jspecify.annotations.NullMarked;
