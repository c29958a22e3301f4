package dev.interlock.execution.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides which items are leased next. Projects share the workers evenly: the project with the fewest items under way
 * comes first. No target gets more items than its cap, no run more than its workers.
 */
final class LeaseChoice {
    private final Map<TargetKey, Integer> caps;
    private final Map<TargetKey, Integer> perTarget = new HashMap<>();
    private final Map<Long, Integer> perProject = new HashMap<>();
    private final Map<UUID, Integer> perRun = new HashMap<>();

    LeaseChoice(List<LiveItem> live, Map<TargetKey, Integer> caps) {
        this.caps = caps;
        live.forEach(item -> count(item.project(), item.run(), item.environment(), item.targets()));
    }

    /** At most {@code most} of the candidates, in the order in which they are leased. */
    List<Candidate> pick(List<Candidate> candidates, int most) {
        var waiting = queues(candidates);
        var picked = new ArrayList<Candidate>();
        while (picked.size() < most) {
            var next = waiting.entrySet().stream()
                    .filter(queue -> !queue.getValue().isEmpty())
                    .min(Comparator.<Map.Entry<Long, ArrayDeque<Candidate>>>comparingInt(
                                    queue -> perProject.getOrDefault(queue.getKey(), 0))
                            .thenComparing(queue -> queue.getValue().getFirst().order()));
            if (next.isEmpty()) {
                break;
            }
            take(next.get().getValue(), picked);
        }
        return picked;
    }

    private static Map<Long, ArrayDeque<Candidate>> queues(List<Candidate> candidates) {
        var queues = new HashMap<Long, ArrayDeque<Candidate>>();
        candidates.stream()
                .sorted(Comparator.comparingLong(Candidate::order).thenComparingInt(Candidate::seq))
                .forEach(one -> queues.computeIfAbsent(one.project(), key -> new ArrayDeque<>())
                        .add(one));
        return queues;
    }

    /** Takes the first of the queue that fits; those that do not fit now do not fit later in this round either. */
    private void take(ArrayDeque<Candidate> queue, List<Candidate> picked) {
        while (!queue.isEmpty()) {
            var one = queue.removeFirst();
            if (fits(one)) {
                count(one.project(), one.run(), one.environment(), one.targets());
                picked.add(one);
                return;
            }
        }
    }

    private boolean fits(Candidate one) {
        return perRun.getOrDefault(one.run(), 0) < one.workers()
                && targets(one.project(), one.environment(), one.targets())
                        .allMatch(target ->
                                perTarget.getOrDefault(target, 0) < caps.getOrDefault(target, Integer.MAX_VALUE));
    }

    private void count(long project, UUID run, String environment, List<String> services) {
        perProject.merge(project, 1, Integer::sum);
        perRun.merge(run, 1, Integer::sum);
        targets(project, environment, services).forEach(target -> perTarget.merge(target, 1, Integer::sum));
    }

    private static Stream<TargetKey> targets(long project, String environment, List<String> services) {
        return services.stream().map(service -> new TargetKey(project, environment, service));
    }
}
