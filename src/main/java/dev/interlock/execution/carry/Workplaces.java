package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.arazzo.OpenApiOperations;
import dev.interlock.arazzo.OperationIndex;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Secrets;
import dev.interlock.stub.Stub;
import dev.interlock.stub.Stubs;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the workplace of an item; secrets are read here, at the last moment, and go nowhere else. */
@Component
class Workplaces {
    private record Revision(ProjectId project, long number) {}

    private final Cache<Revision, Optional<OperationIndex>> known =
            Caffeine.newBuilder().maximumSize(200).build();
    private final Environments environments;
    private final Identities identities;
    private final Secrets secrets;
    private final Interfaces interfaces;
    private final Stubs stubs;
    private final InstantSource clock;

    Workplaces(
            Environments environments,
            Identities identities,
            Secrets secrets,
            Interfaces interfaces,
            Stubs stubs,
            InstantSource clock) {
        this.environments = environments;
        this.identities = identities;
        this.secrets = secrets;
        this.interfaces = interfaces;
        this.stubs = stubs;
        this.clock = clock;
    }

    Workplace of(ItemWork work) {
        var environment = work.run().place().key();
        return new Workplace(
                work,
                environments.policy(work.project(), environment),
                secrets.revealAll(work.project(), Environments.secretHolder(environment)),
                identities,
                service -> operations(work, service),
                standIns(work, environment));
    }

    private StandIns standIns(ItemWork work, EnvironmentKey environment) {
        var services = stubs.of(work.project(), environment).stream()
                .map(Stub::service)
                .collect(Collectors.toSet());
        return new StandIns(stubs, work.project(), environment, services, clock);
    }

    private Optional<OperationIndex> operations(ItemWork work, ServiceKey service) {
        var number = work.run().interfaces().get(service);
        return number == null ? Optional.empty() : known.get(new Revision(work.project(), number), this::read);
    }

    private Optional<OperationIndex> read(Revision revision) {
        return interfaces.documentOf(revision.project(), revision.number()).map(OpenApiOperations::new);
    }
}
