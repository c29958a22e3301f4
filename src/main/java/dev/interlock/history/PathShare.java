package dev.interlock.history;

import dev.interlock.catalog.PathKey;
import java.util.Set;

/**
 * The part of a path that a test exercises.
 *
 * @param share share of the path's integrations, 0..1
 * @param hops numbers of the hops exercised, from 0
 */
public record PathShare(PathKey path, double share, Set<Integer> hops) {
    public PathShare {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be 0..1: " + share);
        }
        hops = Set.copyOf(hops);
    }
}
