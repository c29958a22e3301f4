package dev.interlock.execution.queue;

import java.util.List;
import java.util.UUID;

/** An item that is being carried out somewhere. */
record LiveItem(long project, UUID run, String environment, List<String> targets) {}
