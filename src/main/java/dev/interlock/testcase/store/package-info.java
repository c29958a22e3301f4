/** Keeps test cases, suites and coverage in the database. */
@NullMarked
package dev.interlock.testcase.store;

import org.jspecify.annotations.NullMarked;
