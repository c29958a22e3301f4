package dev.interlock.api.runs;

import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.RunReports;
import dev.interlock.execution.VersionVerdict;
import dev.interlock.plan.GateReason;
import dev.interlock.plan.Verdict;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether versions may be released together, by what was run with them. */
@RestController
@RequestMapping("/api/v1/projects/{project}/gate")
class GateEndpoints {
    private static final int MOST_VERSIONS = 500;

    private final RunReports reports;

    GateEndpoints(RunReports reports) {
        this.reports = reports;
    }

    /** A verdict with the run it comes from; run and time are null when no run met the versions together. */
    record VersionVerdictShown(
            Verdict verdict,
            List<GateReason> reasons,
            @Nullable String run,
            @Nullable Instant finishedAt) {
        static VersionVerdictShown of(VersionVerdict said) {
            var run = said.run();
            return new VersionVerdictShown(
                    said.gate().verdict(),
                    said.gate().reasons(),
                    run == null ? null : run.key(),
                    run == null ? null : run.finishedAt());
        }
    }

    /** {@code ?version=payment=2.4.1&version=orders=3.1.0}, in an environment or in any. */
    @GetMapping
    @Allow(Role.VIEWER)
    VersionVerdictShown gate(
            @RequestParam List<String> version,
            @RequestParam(required = false) @Nullable String environment,
            Access access) {
        return VersionVerdictShown.of(reports.gate(
                access.project(), versions(version), environment == null ? null : EnvironmentKey.of(environment)));
    }

    private static Map<ServiceKey, String> versions(List<String> written) {
        var versions = new TreeMap<ServiceKey, String>();
        for (var one : written) {
            var cut = one.indexOf('=');
            if (cut < 1 || cut == one.length() - 1) {
                throw RunProblem.SCOPE_IS_EMPTY.because(
                        "\"" + one + "\" is no version of a service; write payment=2.4.1.");
            }
            versions.put(ServiceKey.of(one.substring(0, cut)), one.substring(cut + 1));
        }
        if (versions.isEmpty() || versions.size() > MOST_VERSIONS) {
            throw RunProblem.SCOPE_IS_EMPTY.because("Between 1 and 500 versions are to be named.");
        }
        return versions;
    }
}
