package dev.interlock.api.stubs;

import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.stub.Stub;
import dev.interlock.stub.StubCall;
import dev.interlock.stub.Stubs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The stand-ins of an environment. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/stubs")
class StubEndpoints {
    private final Stubs stubs;
    private final Environments environments;

    StubEndpoints(Stubs stubs, Environments environments) {
        this.stubs = stubs;
        this.environments = environments;
    }

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Stub> list(@PathVariable String environment, Access access) {
        return new Slice<>(stubs.of(access.project(), key(environment, access)), null);
    }

    @GetMapping("/calls")
    @Allow(Role.VIEWER)
    Slice<StubCall> calls(@PathVariable String environment, Access access) {
        return new Slice<>(stubs.calls(access.project(), key(environment, access)), null);
    }

    @PutMapping("/{service}")
    @Allow(value = Role.MANAGER, scope = Scope.ADMIN)
    Stub put(@PathVariable String environment, @PathVariable String service, Access access) {
        return stubs.start(access.project(), key(environment, access), ServiceKey.of(service), access.actor());
    }

    @DeleteMapping("/{service}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(value = Role.MANAGER, scope = Scope.ADMIN)
    void delete(@PathVariable String environment, @PathVariable String service, Access access) {
        stubs.stop(access.project(), key(environment, access), ServiceKey.of(service), access.actor());
    }

    private EnvironmentKey key(String environment, Access access) {
        return environments
                .find(access.project(), EnvironmentKey.of(environment))
                .orElseThrow(() -> CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because(
                        "No environment has the key " + environment + "."))
                .key();
    }
}
