package dev.interlock.api.catalog;

import dev.interlock.api.Answers;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.Services;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Services. */
@RestController
@RequestMapping("/api/v1/projects/{project}/services")
class ServiceEndpoints {
    private static final Listing<Service> LIST = new Listing<Service>(
                    "services", service -> service.key().value(), service -> service.key() + " " + service.name())
            .field("kind", service -> List.of(service.kind().name()))
            .field("owner", service -> List.of(service.owner()))
            .field("team", service -> List.of(service.owner()))
            .field("tag", Service::tags)
            .field("criticality", service -> List.of(Integer.toString(service.criticality())));

    private final Services services;

    ServiceEndpoints(Services services) {
        this.services = services;
    }

    /** What is written of a service; what is left out stays as it is, or takes its default. */
    record Written(
            @Nullable String name,
            @Nullable ServiceKind kind,
            @Nullable String owner,
            @Nullable Integer criticality,
            @Nullable String description,
            @Nullable List<String> tags) {
        ServiceDraft over(ServiceDraft before) {
            return new ServiceDraft(
                    before.key(),
                    Given.or(name, before.name()),
                    Given.or(kind, before.kind()),
                    Given.or(owner, before.owner()),
                    Given.or(criticality, before.criticality()),
                    Given.or(description, before.description()),
                    Given.or(tags, before.tags()));
        }
    }

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Service> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return LIST.part(access.project(), services.all(access.project()), q, after, limit);
    }

    @GetMapping("/{key}")
    @Allow(Role.VIEWER)
    ResponseEntity<Service> read(@PathVariable String key, Access access) {
        var service = services.find(access.project(), ServiceKey.of(key))
                .orElseThrow(() -> CatalogProblem.SERVICE_IS_UNKNOWN.because("No service has the key " + key + "."));
        return Answers.entity(service, service.version());
    }

    @PutMapping("/{key}")
    @Allow(Role.TESTER)
    ResponseEntity<Service> put(
            @PathVariable String key,
            @RequestBody Written written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var before = services.find(access.project(), ServiceKey.of(key))
                .map(Service::draft)
                .orElseGet(() -> ServiceDraft.of(ServiceKey.of(key), ServiceKind.INTERNAL));
        var stored = services.put(access.project(), written.over(before), IfMatch.header(ifMatch), access.actor());
        return Answers.entity(stored, stored.version());
    }

    @DeleteMapping("/{key}")
    @Allow(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        services.delete(access.project(), ServiceKey.of(key), IfMatch.header(ifMatch), access.actor());
    }
}
