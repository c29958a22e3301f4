package dev.interlock.execution.carry;

import dev.interlock.arazzo.OperationIndex;
import dev.interlock.catalog.Environments;
import dev.interlock.catalog.Identities;
import dev.interlock.catalog.Interfaces;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.security.Secrets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the workplace of an item; secrets are read here, at the last moment, and go nowhere else. */
@Component
class Workplaces {
    private final Environments environments;
    private final Identities identities;
    private final Secrets secrets;
    private final Interfaces interfaces;

    Workplaces(Environments environments, Identities identities, Secrets secrets, Interfaces interfaces) {
        this.environments = environments;
        this.identities = identities;
        this.secrets = secrets;
        this.interfaces = interfaces;
    }

    Workplace of(ItemWork work) {
        var environment = work.run().place().key();
        return new Workplace(
                work,
                environments.policy(work.project(), environment),
                secrets.revealAll(work.project(), Environments.secretHolder(environment)),
                identities,
                service -> operations(work, service));
    }

    private Optional<OperationIndex> operations(ItemWork work, ServiceKey service) {
        return Optional.ofNullable(work.run().interfaces().get(service))
                .flatMap(revision -> interfaces.documentOf(work.project(), revision))
                .map(InterfaceOperations::new);
    }
}
