package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.catalog.Deployed;
import dev.interlock.catalog.EnvironmentChanged;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Versions;
import dev.interlock.outbound.OutboundPolicy;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Secrets;
import dev.interlock.stub.Stub;
import dev.interlock.stub.Stubs;
import java.time.Duration;
import java.util.Map;
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
     * @param secrets values by name, never shown
     * @param stubs services something stands in for
     * @param deployed versions reported
     */
    record Look(
            OutboundPolicy policy,
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
    private final Secrets secrets;
    private final Stubs stubs;
    private final Versions versions;

    Surroundings(Environments environments, Secrets secrets, Stubs stubs, Versions versions) {
        this.environments = environments;
        this.secrets = secrets;
        this.stubs = stubs;
        this.versions = versions;
    }

    Look of(ItemWork work) {
        return looks.get(work.run(), run -> look(work.project(), run.place().key()));
    }

    private Look look(ProjectId project, EnvironmentKey environment) {
        return new Look(
                environments.policy(project, environment),
                secrets.revealAll(project, Environments.secretHolder(environment)),
                stubs.of(project, environment).stream().map(Stub::service).collect(Collectors.toUnmodifiableSet()),
                versions.deployed(project, environment));
    }

    @TransactionalEventListener(
            classes = {EnvironmentChanged.class, Deployed.class},
            fallbackExecution = true)
    void lookAgain() {
        looks.invalidateAll();
    }
}
