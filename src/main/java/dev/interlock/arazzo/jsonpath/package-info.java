/** JSONPath as RFC 9535 describes it: a parser, an evaluator and limits. Knows nothing of Arazzo. */
@NullMarked
package dev.interlock.arazzo.jsonpath;

import org.jspecify.annotations.NullMarked;
