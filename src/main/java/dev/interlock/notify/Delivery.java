package dev.interlock.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param receiver key of a channel, or the team with the way it is told
 * @param attempts tries made, at most 6
 * @param status status of the last answer, null without one
 * @param reason why the last try did not succeed, or why none was made; "" otherwise
 */
public record Delivery(
        long id,
        String receiver,
        String type,
        String title,
        State state,
        int attempts,
        @Nullable Integer status,
        String reason,
        Instant madeAt) {
    /** Where a message stands. */
    public enum State {
        WAITING,
        SENT,
        /** Nothing had to be sent. */
        SKIPPED,
        GIVEN_UP
    }
}
