package dev.interlock.execution;

/** Where a run stands. */
public enum RunState {
    QUEUED,
    RUNNING,
    FINISHED,
    CANCELLED;

    /** Whether nothing more will be sent. */
    public boolean isOver() {
        return this == FINISHED || this == CANCELLED;
    }

    /** Whether a run in this state may become the other. */
    public boolean mayBecome(RunState other) {
        return switch (this) {
            case QUEUED -> other == RUNNING || other == CANCELLED || other == FINISHED;
            case RUNNING -> other == FINISHED || other == CANCELLED;
            case FINISHED, CANCELLED -> false;
        };
    }
}
