package dev.interlock.ingest.report;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.CauseClass;
import dev.interlock.history.Failure;
import dev.interlock.history.ItemOutcome;
import dev.interlock.history.Outcome;
import dev.interlock.history.PathShare;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.ingest.dialect.ReportedCase.Verdict;
import dev.interlock.testcase.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns reported cases into outcomes: same case, same key; what occurs twice in one report is kept apart. */
final class ReportedOutcomes {
    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_NAME = 300;

    private final PathMentions mentions;
    private final Map<PathKey, IntegrationPath> paths;
    private final Map<String, List<Coverage>> external;
    private final @Nullable ServiceKey service;
    private final Map<String, Integer> seen = new HashMap<>();

    /**
     * Outcomes for one report.
     *
     * @param external what EXTERNAL test cases cover, by key and by name
     */
    ReportedOutcomes(
            PathMentions mentions,
            List<IntegrationPath> paths,
            Map<String, List<Coverage>> external,
            @Nullable ServiceKey service) {
        this.mentions = mentions;
        this.paths = paths.stream().collect(Collectors.toMap(IntegrationPath::key, path -> path));
        this.external = external;
        this.service = service;
    }

    List<ItemOutcome> of(List<ReportedCase> cases, Instant now) {
        var outcomes = new ArrayList<ItemOutcome>(cases.size());
        for (var reported : cases) {
            outcomes.add(outcome(outcomes.size() + 1, reported, now));
        }
        return outcomes;
    }

    private ItemOutcome outcome(int seq, ReportedCase reported, Instant now) {
        return new ItemOutcome(
                seq,
                key(reported),
                name(reported),
                null,
                outcome(reported.verdict()),
                reported.took(),
                now,
                reported.verdict() == Verdict.SKIPPED ? 0 : reported.attempts(),
                reported.flaky(),
                failure(reported),
                reported.notRun() ? List.of() : paths(reported),
                false,
                0,
                touched(reported));
    }

    private static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case BROKEN -> Outcome.BROKEN;
            case SKIPPED -> Outcome.SKIPPED;
        };
    }

    private String key(ReportedCase reported) {
        var identity = reported.identity();
        var cut = identity.length() <= LONGEST_KEY
                ? identity
                : identity.substring(0, LONGEST_KEY - 9) + String.format(Locale.ROOT, "~%08x", identity.hashCode());
        var number = seen.merge(cut, 1, Integer::sum);
        return number == 1 ? cut : cut + "#" + number;
    }

    private static String name(ReportedCase reported) {
        var simple = reported.className().substring(reported.className().lastIndexOf('.') + 1);
        var name =
                simple.isEmpty() || simple.equals(reported.name()) ? reported.name() : simple + ": " + reported.name();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static @Nullable Failure failure(ReportedCase reported) {
        if (reported.verdict() == Verdict.PASSED || reported.verdict() == Verdict.SKIPPED) {
            return null;
        }
        var sentence = reported.message().isEmpty() ? "The report gives no reason." : reported.message();
        return new Failure(sentence, CauseClass.REPORTED, null, reported.name());
    }

    private List<PathShare> paths(ReportedCase reported) {
        var shares = new LinkedHashMap<PathKey, PathShare>();
        known(reported).forEach(one -> shares.put(one.path(), new PathShare(one.path(), one.share(), one.hops())));
        mentions.of(service == null ? "" : service.value(), reported)
                .forEach(path -> shares.putIfAbsent(path, whole(path)));
        return List.copyOf(shares.values());
    }

    private List<Coverage> known(ReportedCase reported) {
        return Stream.concat(Stream.of(reported.identity(), reported.name()), reported.labels().stream())
                .map(external::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    private PathShare whole(PathKey path) {
        var hops = hops(path);
        return new PathShare(path, 1, IntStream.range(0, hops.size()).boxed().collect(Collectors.toSet()));
    }

    private List<Hop> hops(PathKey path) {
        var known = paths.get(path);
        return known == null ? List.of() : known.hops();
    }

    private Set<ServiceKey> touched(ReportedCase reported) {
        return service == null || reported.verdict() == Verdict.SKIPPED ? Set.of() : Set.of(service);
    }
}
