package dev.interlock.api.planning;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.risk.TestEstimates;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is expected of tests, learned again from what is on record. */
@RestController
class EstimateEndpoints {
    private final TestEstimates estimates;
    private final Environments environments;

    EstimateEndpoints(TestEstimates estimates, Environments environments) {
        this.estimates = estimates;
        this.environments = environments;
    }

    /** Gives the same numbers as before as long as the results are kept. */
    @PostMapping("/api/v1/projects/{project}/environments/{environment}/estimates/rebuild")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rebuild(@PathVariable String environment, Access access) {
        var key = EnvironmentKey.of(environment);
        if (environments.find(access.project(), key).isEmpty()) {
            throw CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because("There is no environment \"" + environment + "\".");
        }
        estimates.rebuild(access.project(), key.value());
    }
}
