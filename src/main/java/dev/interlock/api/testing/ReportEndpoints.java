package dev.interlock.api.testing;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.Run;
import dev.interlock.history.Purpose;
import dev.interlock.ingest.IngestProblem;
import dev.interlock.ingest.ReportLabels;
import dev.interlock.ingest.Reports;
import dev.interlock.ingest.ResultRule;
import dev.interlock.ingest.ResultRules;
import dev.interlock.ingest.StoredReport;
import dev.interlock.platform.Finding;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.testcase.TestKey;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Results made elsewhere, and the rules that link them to paths. */
@RestController
@RequestMapping("/api/v1/projects/{project}/results")
class ReportEndpoints {
    private final Reports reports;
    private final ResultRules rules;

    ReportEndpoints(Reports reports, ResultRules rules) {
        this.reports = reports;
        this.rules = rules;
    }

    /**
     * What a sender says by request parameters.
     *
     * @param build address of the build, kept with the note
     * @param versions further services that were running, each as service@version
     * @param ignoreParameters whether cases that differ in their parameters only are one test
     * @param kind {@code unit} when the report is that of the service's unit tests
     */
    record Said(
            @Nullable String service,
            @Nullable String version,
            @Nullable String commit,
            @Nullable String branch,
            @Nullable String environment,
            @Nullable Purpose purpose,
            @Nullable String note,
            @Nullable String kind,
            @Nullable String build,
            @Nullable List<String> versions,
            @Nullable Boolean ignoreParameters,
            @Nullable String name) {
        ReportLabels labels(@Nullable String idempotencyKey) {
            return new ReportLabels(
                    blank(service) ? null : new ServiceKey(text(service)),
                    text(version),
                    text(commit),
                    text(branch),
                    blank(environment) ? null : new EnvironmentKey(text(environment)),
                    purpose,
                    Stream.of(text(note), text(build))
                            .filter(one -> !one.isEmpty())
                            .collect(Collectors.joining(" ")),
                    "unit".equalsIgnoreCase(kind),
                    Boolean.TRUE.equals(ignoreParameters),
                    further(versions),
                    idempotencyKey);
        }

        private static Map<ServiceKey, String> further(@Nullable List<String> versions) {
            var further = new HashMap<ServiceKey, String>();
            for (var one : versions == null ? List.<String>of() : versions) {
                var at = one.lastIndexOf('@');
                if (at < 1 || at == one.length() - 1) {
                    throw IngestProblem.VERSION_IS_MALFORMED.because(
                            "The version \"" + one + "\" is not written as service@version.");
                }
                further.put(
                        new ServiceKey(one.substring(0, at).strip()),
                        one.substring(at + 1).strip());
            }
            return further;
        }

        private static boolean blank(@Nullable String value) {
            return value == null || value.isBlank();
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    /** The run a report became. */
    record RunShown(String id, String key, String state) {
        static RunShown of(Run run) {
            return new RunShown(
                    run.id().value().toString(), run.key(), run.state().name());
        }
    }

    /** What became of a report; kinds are the tools and formats that were recognised. */
    record Stored(@Nullable RunShown run, StoredReport.Counts counts, List<String> kinds, List<Finding> findings) {}

    /**
     * A rule as JSON.
     *
     * @param subject what of a case is looked at; NAME when not said
     * @param property name of the property when the subject is PROPERTY
     * @param path key of the path covered, or null
     * @param test key of the test case it is a result of, or null
     */
    record RuleShown(
            @Nullable String service,
            ResultRule.@Nullable Subject subject,
            @Nullable String property,
            String pattern,
            @Nullable String path,
            @Nullable String test) {
        ResultRule rule() {
            return new ResultRule(
                    Objects.requireNonNullElse(service, ""),
                    Objects.requireNonNullElse(subject, ResultRule.Subject.NAME),
                    Objects.requireNonNullElse(property, ""),
                    Objects.requireNonNullElse(pattern, ""),
                    path == null ? null : new PathKey(path),
                    test == null ? null : new TestKey(test));
        }

        static RuleShown of(ResultRule rule) {
            var path = rule.path();
            var test = rule.test();
            return new RuleShown(
                    rule.service(),
                    rule.subject(),
                    rule.property().isEmpty() ? null : rule.property(),
                    rule.pattern(),
                    path == null ? null : path.value(),
                    test == null ? null : test.value());
        }
    }

    /** All rules, as they are written. */
    record RulesWritten(@Nullable List<RuleShown> rules) {}

    /** All rules. */
    record Rules(List<RuleShown> rules) {
        static Rules of(List<ResultRule> rules) {
            return new Rules(rules.stream().map(RuleShown::of).toList());
        }
    }

    @PostMapping
    @Allow(value = Role.TESTER, scope = Scope.RESULT_WRITE)
    ResponseEntity<Stored> store(
            Said said,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            HttpServletRequest request,
            Access access) {
        var files = SentFiles.of(request, Objects.requireNonNullElse(said.name(), "report.xml"));
        var stored = reports.store(access.project(), files, said.labels(idempotencyKey), access.actor());
        var run = stored.run();
        var body =
                new Stored(run == null ? null : RunShown.of(run), stored.counts(), stored.kinds(), stored.findings());
        if (run == null) {
            return ResponseEntity.ok(body);
        }
        var address = URI.create("/api/v1/projects/" + access.projectKey() + "/runs/" + run.key());
        return ResponseEntity.status(HttpStatus.CREATED).location(address).body(body);
    }

    @GetMapping("/rules")
    @Allow(Role.VIEWER)
    Rules rules(Access access) {
        return Rules.of(rules.all(access.project()));
    }

    @PutMapping("/rules")
    @Allow(Role.MANAGER)
    Rules replace(@RequestBody RulesWritten written, Access access) {
        var all = written.rules();
        if (all == null || all.contains(null)) {
            throw IngestProblem.RULES_ARE_REFUSED.because("The field \"rules\" is missing, or one of the rules is.");
        }
        var wanted = all.stream().map(RuleShown::rule).toList();
        return Rules.of(rules.replace(access.project(), wanted, access.actor()));
    }
}
