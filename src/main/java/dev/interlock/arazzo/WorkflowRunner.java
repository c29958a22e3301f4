package dev.interlock.arazzo;

import java.time.InstantSource;

/** Carries one workflow out, step by step. Always ends and always answers with a result. Safe for threads. */
public final class WorkflowRunner {
    final HttpTransport http;
    final InstantSource clock;
    final Sleeper sleeper;

    /**
     * @param http sends requests
     * @param clock tells the time
     * @param sleeper waits between attempts
     */
    public WorkflowRunner(HttpTransport http, InstantSource clock, Sleeper sleeper) {
        this.http = http;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Carries a workflow out and tells the listener of every step. */
    public WorkflowResult run(WorkflowRequest request, StepListener listener) {
        return Later.value();
    }
}
