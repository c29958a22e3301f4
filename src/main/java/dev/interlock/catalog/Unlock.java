package dev.interlock.catalog;

import java.util.List;

/**
 * What one service would make testable if it were ready.
 *
 * @param missing what it lacks, as the end of a sentence
 * @param integrations integrations that would become ready
 * @param paths paths that would become ready
 * @param score score of those paths, 0 or more; their criticality when no scores were given
 */
public record Unlock(ServiceKey service, String missing, int integrations, List<PathKey> paths, double score) {
    /** Copies the list. */
    public Unlock {
        paths = List.copyOf(paths);
    }
}
