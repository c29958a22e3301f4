package dev.interlock.execution.book;

import dev.interlock.catalog.Environment;
import dev.interlock.plan.Plan;
import org.jspecify.annotations.Nullable;

/** A request in which everything named exists. */
record CheckedRequest(@Nullable Plan plan, Environment environment) {}
