package dev.interlock.testcase;

import dev.interlock.catalog.PathKey;
import java.util.Set;

/**
 * What a test case exercises of a path.
 *
 * @param hops positions of the hops it exercises, from 0
 * @param share hops exercised by all hops, above 0 and at most 1
 */
public record Coverage(TestKey test, PathKey path, Set<Integer> hops, double share) {}
