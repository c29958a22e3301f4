package dev.interlock.api.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interlock.api.Answers;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import dev.interlock.security.Scope;
import dev.interlock.security.SecretInfo;
import dev.interlock.security.Secrets;
import dev.interlock.security.SecurityProblem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Environments, what they may reach and their secrets. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments")
class EnvironmentEndpoints {
    private static final Listing<Environment> LIST = new Listing<Environment>(
                    "environments", one -> one.key().value(), one -> one.key() + " " + one.name())
            .field(
                    "service",
                    one -> one.targets().keySet().stream()
                            .map(ServiceKey::value)
                            .toList());

    private final Environments environments;
    private final Secrets secrets;

    EnvironmentEndpoints(Environments environments, Secrets secrets) {
        this.environments = environments;
        this.secrets = secrets;
    }

    /** An environment as JSON. */
    record Shown(
            EnvironmentKey key,
            String name,
            Map<ServiceKey, dev.interlock.catalog.Target> targets,
            Map<String, Identity> identities,
            Map<String, String> variables,
            @JsonProperty("protected") boolean protectedEnvironment,
            boolean evidence,
            List<Opening> openings,
            long version) {
        static Shown of(Environment one) {
            return new Shown(
                    one.key(),
                    one.name(),
                    new TreeMap<>(one.targets()),
                    new TreeMap<>(one.identities()),
                    new TreeMap<>(one.variables()),
                    one.protectedEnvironment(),
                    one.evidence(),
                    one.openings(),
                    one.version());
        }
    }

    /** An opening as it is written. */
    record OpeningWritten(@Nullable String cidr, @Nullable String ports) {}

    /** All openings of an environment. */
    record OpeningsWritten(@Nullable List<OpeningWritten> openings) {}

    /** The value of a secret, on its way in. */
    record SecretWritten(@Nullable String value) {}

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Shown> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return LIST.part(access.project(), environments.all(access.project()), q, after, limit)
                .map(Shown::of);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<Shown> read(@PathVariable String key, Access access) {
        return answer(found(key, access));
    }

    @PutMapping("/{key}")
    @Allow(Role.MANAGER)
    ResponseEntity<Shown> put(
            @PathVariable String key,
            @RequestBody EnvironmentWritten written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var draft = written.draft(EnvironmentKey.of(key));
        return answer(environments.put(access.project(), draft, IfMatch.header(ifMatch), access.actor()));
    }

    @DeleteMapping("/{key}")
    @Allow(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        environments.delete(access.project(), EnvironmentKey.of(key), IfMatch.header(ifMatch), access.actor());
    }

    @PostMapping("/{key}/check")
    @Allow(value = Role.TESTER, scope = Scope.RUN_TRIGGER)
    Slice<CheckShown> check(@PathVariable String key, Access access) {
        var checks = environments.check(access.project(), EnvironmentKey.of(key));
        return new Slice<>(checks.stream().map(CheckShown::of).toList(), null);
    }

    /** Replaces what is opened; for instance administrators only. */
    @PutMapping("/{key}/openings")
    @Allow(Role.ADMIN)
    ResponseEntity<Shown> open(@PathVariable String key, @RequestBody OpeningsWritten written, Access access) {
        if (!access.instanceAdmin()) {
            throw SecurityProblem.NOT_ALLOWED.because("Only an instance administrator opens addresses.");
        }
        var openings = Given.or(written.openings(), List.<OpeningWritten>of()).stream()
                .map(EnvironmentEndpoints::opening)
                .toList();
        return answer(environments.setOpenings(access.project(), EnvironmentKey.of(key), openings, access.actor()));
    }

    @GetMapping("/{key}/secrets")
    @Allow(Role.MANAGER)
    Slice<SecretInfo> secrets(@PathVariable String key, Access access) {
        return new Slice<>(secrets.list(access.project(), holder(key, access)), null);
    }

    @PutMapping("/{key}/secrets/{name}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setSecret(
            @PathVariable String key, @PathVariable String name, @RequestBody SecretWritten written, Access access) {
        secrets.put(access.project(), holder(key, access), name, Given.or(written.value(), ""), access.actor());
    }

    @DeleteMapping("/{key}/secrets/{name}")
    @Allow(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecret(@PathVariable String key, @PathVariable String name, Access access) {
        secrets.remove(access.project(), holder(key, access), name, access.actor());
    }

    private String holder(String key, Access access) {
        return Environments.secretHolder(found(key, access).key());
    }

    private Environment found(String key, Access access) {
        return environments
                .find(access.project(), EnvironmentKey.of(key))
                .orElseThrow(
                        () -> CatalogProblem.ENVIRONMENT_IS_UNKNOWN.because("No environment has the key " + key + "."));
    }

    private static ResponseEntity<Shown> answer(Environment environment) {
        return Answers.entity(Shown.of(environment), environment.version());
    }

    private static Opening opening(OpeningWritten written) {
        return new Opening(Given.or(written.cidr(), ""), Given.or(written.ports(), ""));
    }
}
