/** Test plans and the builder that shows what a budget buys. */
@NullMarked
package dev.interlock.web.plans;

import org.jspecify.annotations.NullMarked;
