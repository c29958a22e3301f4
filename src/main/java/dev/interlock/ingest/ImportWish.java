package dev.interlock.ingest;

import dev.interlock.catalog.ServiceKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How documents are to be imported.
 *
 * @param service the service of an OpenAPI document, null to take it from its title
 * @param accepted names of accepted guesses, {@code consumer:provider}; {@code all} for all of them
 * @param dryRun whether to tell what would happen and store nothing
 */
public record ImportWish(@Nullable ServiceKey service, Set<String> accepted, boolean dryRun) {
    /** Copies the names. */
    public ImportWish {
        accepted = Set.copyOf(accepted);
    }

    /** Whether the guess of this name is accepted. */
    public boolean accepts(String guess) {
        return accepted.contains("all") || accepted.contains(guess);
    }
}
