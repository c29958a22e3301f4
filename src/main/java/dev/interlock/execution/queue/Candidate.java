package dev.interlock.execution.queue;

import java.util.List;
import java.util.UUID;

/**
 * An item that could be leased.
 *
 * @param order place of its run among all runs, smaller first
 * @param workers items of its run that may be carried out at the same time
 */
record Candidate(long project, UUID run, long order, int workers, String environment, int seq, List<String> targets) {}
