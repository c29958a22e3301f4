package dev.interlock.ingest.landscape;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one import added, each with the version it had then; an integration as {@code consumer:provider}. */
final class Added {
    final Map<String, Long> teams = new LinkedHashMap<>();
    final Map<String, Long> services = new LinkedHashMap<>();
    final Map<String, Long> integrations = new LinkedHashMap<>();

    boolean isEmpty() {
        return teams.isEmpty() && services.isEmpty() && integrations.isEmpty();
    }
}
