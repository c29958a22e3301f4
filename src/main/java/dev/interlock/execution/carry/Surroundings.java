package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentChanged;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.IdentityType;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Versions;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.outbound.TlsMaterial;
import dev.interlock.platform.Problem;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Secrets;
import dev.interlock.stub.Stub;
import dev.interlock.stub.Stubs;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What the items of a run find around them. Items at the same time share one look, which is never older than a quarter of
 * a second: a policy, a secret or a deployment changed on any node counts from then on, one changed here at once.
 */
@Component
class Surroundings {
    private static final Duration FRESH = Duration.ofMillis(250);
    private static final int MOST = 500;

    /**
     * One look.
     *
     * @param ownPolicies policies of services that are met with a certificate of their identity
     * @param secrets values by name, never shown
     * @param stubs services something stands in for
     * @param deployed versions reported
     */
    record Look(
            OutboundPolicy policy,
            Map<ServiceKey, OutboundPolicy> ownPolicies,
            Map<String, String> secrets,
            Set<ServiceKey> stubs,
            Map<ServiceKey, String> deployed) {}

    /** By the very run, so that the first item of every run looks anew. */
    private final Cache<PinnedRun, Look> looks = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST)
            .expireAfterWrite(FRESH)
            .build();

    private final Environments environments;
    private final Identities identities;
    private final Secrets secrets;
    private final Stubs stubs;
    private final Versions versions;

    Surroundings(Environments environments, Identities identities, Secrets secrets, Stubs stubs, Versions versions) {
        this.environments = environments;
        this.identities = identities;
        this.secrets = secrets;
        this.stubs = stubs;
        this.versions = versions;
    }

    Look of(ItemWork work) {
        return looks.get(work.run(), run -> look(work.project(), run.place()));
    }

    private Look look(ProjectId project, Environment place) {
        var environment = place.key();
        var policy = environments.policy(project, environment);
        return new Look(
                policy,
                ownPolicies(project, place, policy),
                secrets.revealAll(project, Environments.secretHolder(environment)),
                stubs.of(project, environment).stream().map(Stub::service).collect(Collectors.toUnmodifiableSet()),
                versions.deployed(project, environment));
    }

    private Map<ServiceKey, OutboundPolicy> ownPolicies(ProjectId project, Environment place, OutboundPolicy policy) {
        var own = new HashMap<ServiceKey, OutboundPolicy>();
        place.targets().forEach((service, target) -> {
            var identity = place.identities().get(target.identity());
            if (identity != null && identity.type() == IdentityType.MTLS) {
                certificate(project, place, target.identity()).ifPresent(tls -> own.put(service, policy.with(tls)));
            }
        });
        return own;
    }

    /** Without its secrets the requests go out unproven; what is missing is told when they are granted. */
    private Optional<TlsMaterial> certificate(ProjectId project, Environment place, String identity) {
        try {
            return Optional.of(identities.tls(project, place, identity));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    @TransactionalEventListener(
            classes = {EnvironmentChanged.class, Deployed.class},
            fallbackExecution = true)
    void lookAgain() {
        looks.invalidateAll();
    }
}
