package dev.interlock.schedule;

import dev.interlock.plan.PlanKey;

/** A schedule to create or change. */
public record ScheduleDraft(PlanKey plan, String cron, String zone, Overlap overlap, Missed missed, boolean enabled) {}
