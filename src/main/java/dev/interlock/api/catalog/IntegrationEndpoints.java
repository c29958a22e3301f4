package dev.interlock.api.catalog;

import dev.interlock.api.Answers;
import dev.interlock.catalog.CatalogProblem;
import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Integrations;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.IfMatch;
import dev.interlock.platform.Slice;
import dev.interlock.security.Access;
import dev.interlock.security.Allow;
import dev.interlock.security.Role;
import java.util.List;
import java.util.Set;
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

/** Integrations. */
@RestController
@RequestMapping("/api/v1/projects/{project}/integrations")
class IntegrationEndpoints {
    private static final Listing<Integration> LIST = new Listing<Integration>(
                    "integrations", IntegrationEndpoints::key, IntegrationEndpoints::key)
            .field("consumer", edge -> List.of(edge.consumer().value()))
            .field("provider", edge -> List.of(edge.provider().value()))
            .field(
                    "service",
                    edge -> List.of(edge.consumer().value(), edge.provider().value()))
            .field("known", edge -> edge.known().stream().map(Known::name).toList())
            .field(
                    "protocol",
                    edge -> edge.protocols().stream().map(ProtocolUse::protocol).toList());

    private final Integrations integrations;

    IntegrationEndpoints(Integrations integrations) {
        this.integrations = integrations;
    }

    /** A protocol with the operations used. */
    record Use(@Nullable String protocol, @Nullable List<String> operations) {
        ProtocolUse use() {
            return new ProtocolUse(Given.or(protocol, "HTTP"), Given.or(operations, List.of()));
        }
    }

    /** What is written of an integration. */
    record Written(
            @Nullable List<Use> protocols,
            @Nullable String description,
            @Nullable Set<Known> known) {
        IntegrationDraft draft(ServiceKey consumer, ServiceKey provider) {
            return new IntegrationDraft(
                    consumer,
                    provider,
                    Given.or(protocols, List.<Use>of()).stream().map(Use::use).toList(),
                    Given.or(description, ""),
                    Given.or(known, Set.of()));
        }
    }

    @GetMapping
    @Allow(Role.VIEWER)
    Slice<Integration> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Access access) {
        return LIST.part(access.project(), integrations.all(access.project()), q, after, limit);
    }

    @GetMapping("/{consumer}/{provider}")
    @Allow(Role.VIEWER)
    ResponseEntity<Integration> read(@PathVariable String consumer, @PathVariable String provider, Access access) {
        var found = integrations
                .find(access.project(), ServiceKey.of(consumer), ServiceKey.of(provider))
                .orElseThrow(() -> CatalogProblem.INTEGRATION_IS_UNKNOWN.because(
                        "There is no integration " + consumer + " -> " + provider + "."));
        return Answers.entity(found, found.version());
    }

    @PutMapping("/{consumer}/{provider}")
    @Allow(Role.TESTER)
    ResponseEntity<Integration> put(
            @PathVariable String consumer,
            @PathVariable String provider,
            @RequestBody Written written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        var draft = written.draft(ServiceKey.of(consumer), ServiceKey.of(provider));
        var stored = integrations.put(access.project(), draft, IfMatch.header(ifMatch), access.actor());
        return Answers.entity(stored, stored.version());
    }

    @DeleteMapping("/{consumer}/{provider}")
    @Allow(Role.TESTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String consumer,
            @PathVariable String provider,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Access access) {
        integrations.delete(
                access.project(),
                ServiceKey.of(consumer),
                ServiceKey.of(provider),
                IfMatch.header(ifMatch),
                access.actor());
    }

    private static String key(Integration edge) {
        return edge.consumer() + " " + edge.provider();
    }
}
