package dev.interlock.execution.store;

import dev.interlock.execution.ItemNotes;
import dev.interlock.history.ItemOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One result on its way into the database; everything in it is masked.
 *
 * @param kind kind of the test
 * @param notes stand-ins and versions met
 * @param detail attempts as JSON, null when nothing was sent
 * @param bodies texts of bodies by their number
 */
public record StoredResult(
        int fence,
        String kind,
        String reason,
        boolean mustRun,
        ItemOutcome outcome,
        ItemNotes notes,
        @Nullable String detail,
        Map<Integer, String> bodies) {

    /** Number of the item within its run. */
    public int seq() {
        return outcome.seq();
    }
}
