package dev.interlock.arazzo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What one run counts, remembers and is bound by. */
final class RunState {
    private static final Duration SLICE = Duration.ofSeconds(1);

    final WorkflowRunner runner;
    final WorkflowRequest request;
    final StepListener listener;
    final ArazzoDocument document;
    final Map<String, ObjectNode> outputs = new HashMap<>();
    final Map<String, ObjectNode> inputs = new HashMap<>();
    final Map<String, WorkflowEnd> completed = new HashMap<>();
    final List<StepResult> results = new ArrayList<>();
    private final boolean teardown;
    private final Instant deadline;
    private final Instant startedAt;
    private int places;
    private int activations;
    private int attempts;

    RunState(WorkflowRunner runner, WorkflowRequest request, StepListener listener, boolean teardown, Duration time) {
        this.runner = runner;
        this.request = request;
        this.listener = listener;
        this.document = request.document();
        this.teardown = teardown;
        this.startedAt = now();
        this.deadline = startedAt.plus(time);
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Counts on where another state stopped. */
    void numberedAfter(RunState other) {
        places = other.places;
    }

    Instant now() {
        return runner.clock.instant();
    }

    /** Begins one activation of a step. */
    StepPlace enter(Workflow workflow, Step step, int depth) throws Stopped {
        if (++activations > request.limits().maxSteps()) {
            throw Stopped.limit("The run was stopped after " + request.limits().maxSteps() + " steps at step "
                    + step.stepId() + "; probably actions send it round in circles.");
        }
        mayGoOn();
        return place(workflow, step, depth);
    }

    StepPlace place(Workflow workflow, Step step, int depth) {
        return new StepPlace(++places, workflow.workflowId(), step.stepId(), depth, teardown);
    }

    void attempt() throws Stopped {
        if (++attempts > request.limits().maxAttempts()) {
            throw Stopped.limit("The run was stopped after " + request.limits().maxAttempts() + " attempts.");
        }
        mayGoOn();
    }

    void mayGoOn() throws Stopped {
        if (!teardown && request.cancelled().getAsBoolean()) {
            throw Stopped.cancelled();
        }
        if (!now().isBefore(deadline)) {
            throw Stopped.late("The run did not end within its time of "
                    + Sentences.time(teardown ? Teardown.TIME : request.limits().deadline()) + ".");
        }
    }

    /** The time an attempt may take. */
    Duration timeFor(Step step) {
        var wanted = step.timeout().orElse(request.limits().stepTimeout());
        var left = Duration.between(now(), deadline);
        return left.compareTo(wanted) < 0 ? left : wanted;
    }

    /** Waits, and hears of being cancelled meanwhile. */
    void pause(Duration time) throws Stopped {
        var left = time;
        while (left.isPositive()) {
            mayGoOn();
            var slice = left.compareTo(SLICE) < 0 ? left : SLICE;
            try {
                runner.sleeper.sleep(slice);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw Stopped.cancelled();
            }
            left = left.minus(slice);
        }
        mayGoOn();
    }

    void finished(StepResult result) {
        results.add(result);
        listener.finished(result);
    }

    Optional<Source> source(String name) {
        return request.sources().named(name);
    }
}
