package dev.interlock.execution.carry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interlock.arazzo.OpenApiOperations;
import dev.interlock.arazzo.OperationIndex;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.platform.ProjectId;
import dev.interlock.stub.Stubs;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the workplace of an item; secrets are read at the last moment and go nowhere else. */
@Component
class Workplaces {
    private record Revision(ProjectId project, long number) {}

    private final Cache<Revision, Optional<OperationIndex>> known =
            Caffeine.newBuilder().maximumSize(200).build();
    private final Surroundings surroundings;
    private final Identities identities;
    private final Interfaces interfaces;
    private final Stubs stubs;
    private final InstantSource clock;

    Workplaces(
            Surroundings surroundings, Identities identities, Interfaces interfaces, Stubs stubs, InstantSource clock) {
        this.surroundings = surroundings;
        this.identities = identities;
        this.interfaces = interfaces;
        this.stubs = stubs;
        this.clock = clock;
    }

    Workplace of(ItemWork work) {
        var look = surroundings.of(work);
        return new Workplace(
                work, look, identities, service -> operations(work, service), standIns(work, look.stubs()));
    }

    private StandIns standIns(ItemWork work, Set<ServiceKey> stubbed) {
        return new StandIns(
                stubs,
                work.project(),
                work.run().place().key(),
                stubbed,
                () -> !surroundings.of(work).stubs().isEmpty(),
                clock);
    }

    private Optional<OperationIndex> operations(ItemWork work, ServiceKey service) {
        var number = work.run().interfaces().get(service);
        return number == null ? Optional.empty() : known.get(new Revision(work.project(), number), this::read);
    }

    private Optional<OperationIndex> read(Revision revision) {
        return interfaces.documentOf(revision.project(), revision.number()).map(OpenApiOperations::new);
    }
}
