package dev.interlock.catalog.graph;

import dev.interlock.catalog.Integration;
import dev.interlock.catalog.IntegrationDraft;
import dev.interlock.catalog.Known;
import dev.interlock.catalog.ProtocolUse;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.catalog.store.CatalogRow;
import dev.interlock.platform.ProjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/** A row of catalog.integration. */
@Entity
@Table(schema = "catalog", name = "integration")
class IntegrationRow extends CatalogRow {
    private static final TypeReference<List<ProtocolUse>> PROTOCOLS = new TypeReference<>() {};
    private static final TypeReference<Set<Known>> KNOWN = new TypeReference<>() {};

    private String consumer;
    private String provider;
    private String protocols = "[]";
    private String description = "";
    private String known = "[]";

    @SuppressWarnings("NullAway.Init")
    protected IntegrationRow() {}

    IntegrationRow(ProjectId project, ServiceKey consumer, ServiceKey provider) {
        super(project);
        this.consumer = consumer.value();
        this.provider = provider.value();
    }

    void take(IntegrationDraft draft) {
        protocols = CatalogJson.write(draft.protocols());
        description = draft.description();
        known = CatalogJson.write(draft.known().isEmpty() ? Set.of(Known.DECLARED) : draft.known());
    }

    Integration integration() {
        return new Integration(
                ServiceKey.of(consumer),
                ServiceKey.of(provider),
                CatalogJson.read(protocols, PROTOCOLS),
                description,
                CatalogJson.read(known, KNOWN),
                version());
    }
}
