package dev.interlock.api.runs;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.execution.Baseline;
import dev.interlock.execution.BaselineRules;
import dev.interlock.execution.Run;
import dev.interlock.execution.RunProblem;
import dev.interlock.execution.Runs;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the runs of an environment are compared with. */
@RestController
@RequestMapping("/api/v1/projects/{project}/baselines/{environment}")
class BaselineEndpoints {
    private final BaselineRules rules;
    private final Environments environments;
    private final Runs runs;
    private final RunLookup lookup;

    BaselineEndpoints(BaselineRules rules, Environments environments, Runs runs, RunLookup lookup) {
        this.rules = rules;
        this.environments = environments;
        this.runs = runs;
        this.lookup = lookup;
    }

    /** @param run key of the pinned run, null for the other kinds */
    record BaselineShown(Baseline.Kind kind, @Nullable String run) {}

    /** @param run key of the run to pin, needed for that kind only */
    record BaselineWritten(
            Baseline.@Nullable Kind kind, @Nullable String run) {}

    @GetMapping
    @Allow(Role.VIEWER)
    BaselineShown baseline(@PathVariable String environment, Access access) {
        var baseline = rules.of(access.project(), require(access, environment));
        var pinned = baseline.run();
        return new BaselineShown(
                baseline.kind(),
                pinned == null
                        ? null
                        : runs.find(access.project(), pinned.toString())
                                .map(Run::key)
                                .orElse(null));
    }

    @PutMapping
    @Allow(Role.MANAGER)
    BaselineShown set(@PathVariable String environment, @RequestBody BaselineWritten wanted, Access access) {
        if (wanted.kind() == null) {
            throw RunProblem.BASELINE_IS_WRONG.because("The body names no kind of baseline.");
        }
        var run = wanted.run() == null
                ? null
                : lookup.require(access, wanted.run()).id();
        var key = require(access, environment);
        rules.set(access.project(), key, new Baseline(wanted.kind(), run), access.actor());
        return baseline(environment, access);
    }

    private EnvironmentKey require(Access access, String environment) {
        var key = EnvironmentKey.of(environment);
        return environments
                .find(access.project(), key)
                .orElseThrow(() -> CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because(
                        "There is no environment \"" + environment + "\"."))
                .key();
    }
}
