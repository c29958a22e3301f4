package dev.interlock.schedule;

import dev.interlock.platform.Actor;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The triggers of a project, at most 200. What they hear is stored with the news itself, so a restart loses none. */
public interface Triggers {
    /** Every trigger, by key. */
    List<Trigger> all(ProjectId project);

    /** One trigger. */
    Optional<Trigger> find(ProjectId project, TriggerKey key);

    /** Creates or changes a trigger; {@link ScheduleProblem} tells every fault. */
    Trigger put(ProjectId project, TriggerKey key, TriggerDraft draft, IfMatch match, Actor actor);

    /** Removes a trigger with what it waits for; its runs stay. */
    void delete(ProjectId project, TriggerKey key, IfMatch match, Actor actor);

    /** The newest firings of all triggers, newest first, at most 200. */
    List<Firing> firings(ProjectId project);

    /** The newest firings of one trigger, newest first, at most 200 are kept. */
    List<Firing> firings(ProjectId project, TriggerKey key);

    /** Makes a new secret for the webhook of a trigger and answers it, this once; the one before is void. */
    String renewSecret(ProjectId project, TriggerKey key, Actor actor);

    /**
     * Takes a webhook. The same id is taken once.
     *
     * @throws dev.interlock.platform.Problem with the same words whether trigger, secret or signature is wrong
     */
    void receive(ProjectId project, TriggerKey key, HookCall call);

    /** Starts everything whose debounce is over; says how many runs were started. */
    int runDue();
}
