package dev.interlock.schedule.trigger;

import java.time.Instant;

/** News a trigger took and has not settled yet. */
record Heard(long id, Instant at, String cause, String service, String version, String environment, String branch) {}
