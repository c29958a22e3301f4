package dev.interlock.execution;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.RunId;
import java.util.List;
import java.util.function.Consumer;

/** News of runs, kept as long as the run and replayed from any place. */
public interface RunEvents {
    /** Events after a sequence number, oldest first, at most {@code limit} (1,000). */
    List<RunEvent> after(ProjectId project, RunId run, long seq, int limit);

    /**
     * Hands every event after a sequence number to the listener, in order, in lists of what came together: at most four
     * lists a second. Stops by closing, or by itself after DONE. The listener may block; it has a thread of its own.
     */
    Subscription subscribe(ProjectId project, RunId run, long afterSeq, Consumer<List<RunEvent>> listener);

    /** A running subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();

        /** Whether it still listens. */
        boolean isOpen();
    }
}
