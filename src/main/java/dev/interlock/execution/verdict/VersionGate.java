package dev.interlock.execution.verdict;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Run;
import dev.interlock.execution.store.Json;
import dev.interlock.execution.store.RunTable;
import dev.interlock.plan.GateReason;
import dev.interlock.plan.GateVerdict;
import dev.interlock.plan.Verdict;
import dev.interlock.platform.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the run that says whether a set of versions works together, now or in the past. */
@Component
class VersionGate {
    private final RunTable runs;

    VersionGate(RunTable runs) {
        this.runs = runs;
    }

    /** The newest run that is evidence and met all of these versions. */
    Optional<Run> newest(ProjectId project, Map<ServiceKey, String> versions, @Nullable EnvironmentKey environment) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("versions", Json.write(texts(versions)));
        values.put("environment", environment == null ? null : environment.value());
        return runs.where(project, """
                        state = 'FINISHED' and gate is not null and evidence and versions @> cast(:versions as jsonb)
                        and (cast(:environment as text) is null or environment = :environment)
                        """, values, 1).stream().findFirst();
    }

    /** What is said of versions that no run met together. */
    static GateVerdict untried(Map<ServiceKey, String> versions) {
        var set = String.join(
                ", ",
                texts(versions).entrySet().stream()
                        .map(version -> version.getKey() + " " + version.getValue())
                        .toList());
        var sentence = "No run that is evidence met these versions together: " + set + ".";
        return new GateVerdict(Verdict.INCOMPLETE, List.of(new GateReason("versions", Verdict.INCOMPLETE, sentence)));
    }

    private static Map<String, String> texts(Map<ServiceKey, String> versions) {
        var texts = new TreeMap<String, String>();
        versions.forEach((service, version) -> texts.put(service.value(), version));
        return texts;
    }
}
