package dev.interlock.execution.carry;

import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Attempt;
import dev.interlock.execution.ItemNotes;
import dev.interlock.history.Failure;
import dev.interlock.history.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of one item.
 *
 * @param reason why nothing was sent, null when something was
 * @param touched services it sent requests to
 * @param notes stand-ins and versions met
 * @param bodies texts of bodies by their number
 */
public record ItemResult(
        Outcome outcome,
        Duration took,
        Instant finishedAt,
        boolean flaky,
        @Nullable Failure failure,
        @Nullable String reason,
        Set<ServiceKey> touched,
        List<Attempt> attempts,
        ItemNotes notes,
        Map<Integer, String> bodies) {

    /** An outcome without anything sent. */
    public static ItemResult unsent(Outcome outcome, Instant at, String reason, @Nullable Failure failure) {
        return new ItemResult(
                outcome, Duration.ZERO, at, false, failure, reason, Set.of(), List.of(), ItemNotes.NONE, Map.of());
    }
}
