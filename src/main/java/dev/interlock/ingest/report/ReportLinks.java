package dev.interlock.ingest.report;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.Paths;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.history.PathShare;
import dev.interlock.ingest.ResultRules;
import dev.interlock.ingest.dialect.ReportedCase;
import dev.interlock.platform.ProjectId;
import dev.interlock.testcase.TestKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the cases of a report are linked to: former names, test cases and paths. */
@Component
class ReportLinks {
    private final Paths paths;
    private final ResultRules rules;
    private final ExternalCases external;
    private final RenameTable renames;

    ReportLinks(Paths paths, ResultRules rules, ExternalCases external, RenameTable renames) {
        this.paths = paths;
        this.rules = rules;
        this.external = external;
        this.renames = renames;
    }

    /** The links of a project as they are now. */
    Known of(ProjectId project, @Nullable ServiceKey service) {
        var all = paths.all(project);
        return new Known(
                all.stream().collect(Collectors.toMap(IntegrationPath::key, IntegrationPath::hops)),
                new PathMentions(all.stream().map(IntegrationPath::key).toList()),
                new RuleLinks(rules.all(project), service == null ? "" : service.value()),
                external.of(project),
                renames.accepted(project));
    }

    /**
     * Links while one report is stored.
     *
     * @param former the name a case had first, by the name it has now
     */
    record Known(
            Map<PathKey, List<Hop>> hops,
            PathMentions mentions,
            RuleLinks rules,
            ExternalCases.Known external,
            Map<String, String> former) {

        /** What makes a case the same test in every report, renames taken into account. */
        String identity(ReportedCase reported) {
            var identity = reported.identity();
            return former.getOrDefault(identity, identity);
        }

        /** The test case it is a result of: by rule, else by the id, name or label it has. */
        Optional<TestKey> test(ReportedCase reported) {
            return rules.test(reported).or(() -> external.test(reported));
        }

        /** The paths it covers: those of its test case, those rules say and those it mentions. */
        List<PathShare> paths(ReportedCase reported, Optional<TestKey> test) {
            var shares = new LinkedHashMap<PathKey, PathShare>();
            test.map(external::coverage)
                    .orElse(List.of())
                    .forEach(one -> shares.put(one.path(), new PathShare(one.path(), one.share(), one.hops())));
            rules.paths(reported).forEach(path -> shares.computeIfAbsent(path, this::whole));
            mentions.of(reported).forEach(path -> shares.computeIfAbsent(path, this::whole));
            shares.keySet().retainAll(hops.keySet());
            return List.copyOf(shares.values());
        }

        private PathShare whole(PathKey path) {
            var count = hops.getOrDefault(path, List.of()).size();
            return new PathShare(path, 1, IntStream.range(0, count).boxed().collect(Collectors.toSet()));
        }
    }
}
