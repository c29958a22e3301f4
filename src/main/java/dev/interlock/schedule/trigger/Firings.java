package dev.interlock.schedule.trigger;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.RunLabels;
import dev.interlock.execution.RunOrigin;
import dev.interlock.execution.RunRequest;
import dev.interlock.execution.RunScope;
import dev.interlock.schedule.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes requests for runs of what a trigger heard: one for each environment. */
final class Firings {
    private static final Set<String> MAIN = Set.of("", "main", "master");
    private static final int CAUSES_SHOWN = 3;

    private Firings() {}

    /** The news by where their run belongs, in the order they came; empty text where nothing says so. */
    static Map<String, List<Heard>> byEnvironment(Trigger trigger, List<Heard> heard) {
        var fixed = trigger.draft().environment();
        var groups = new LinkedHashMap<String, List<Heard>>();
        for (var one : heard) {
            var environment = fixed == null ? one.environment() : fixed.value();
            groups.computeIfAbsent(environment, key -> new ArrayList<>()).add(one);
        }
        return groups;
    }

    static RunRequest request(Trigger trigger, String environment, List<Heard> heard) {
        var plan = trigger.draft().plan();
        var scope = plan == null ? RunScope.changed(services(heard)) : RunScope.plan(plan);
        var request = RunRequest.of(scope).labelled(labels(trigger, heard)).from(RunOrigin.of("trigger"));
        return environment.isEmpty() ? request : request.in(new EnvironmentKey(environment));
    }

    /** What happened, in words; of many the first few and a count. */
    static String cause(List<Heard> heard) {
        var causes = heard.stream().map(Heard::cause).distinct().toList();
        var shown = String.join("; ", causes.subList(0, Math.min(CAUSES_SHOWN, causes.size())));
        return causes.size() <= CAUSES_SHOWN ? shown : shown + " and " + (causes.size() - CAUSES_SHOWN) + " more";
    }

    private static List<ServiceKey> services(List<Heard> heard) {
        return heard.stream()
                .map(Heard::service)
                .filter(service -> !service.isEmpty())
                .distinct()
                .map(ServiceKey::new)
                .toList();
    }

    private static RunLabels labels(Trigger trigger, List<Heard> heard) {
        var other = heard.stream()
                .map(Heard::branch)
                .filter(branch -> !MAIN.contains(branch))
                .findFirst();
        return RunLabels.branch(other.orElse("main"))
                .noted("Trigger " + trigger.key() + ": " + cause(heard))
                .meeting(versions(trigger, heard));
    }

    /** Only what was deployed is met by the run; a version that is merely ready may run nowhere yet. */
    private static Map<ServiceKey, String> versions(Trigger trigger, List<Heard> heard) {
        var versions = new LinkedHashMap<ServiceKey, String>();
        var deployed = switch (trigger.draft().event()) {
            case DEPLOYED, WEBHOOK -> heard;
            default -> List.<Heard>of();
        };
        deployed.stream()
                .filter(one -> !one.service().isEmpty() && !one.version().isEmpty())
                .forEach(one -> versions.put(new ServiceKey(one.service()), one.version()));
        return versions;
    }
}
