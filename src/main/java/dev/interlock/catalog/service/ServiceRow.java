package dev.interlock.catalog.service;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.catalog.store.CatalogRow;
import dev.interlock.platform.ProjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** A row of catalog.service. */
@Entity
@Table(schema = "catalog", name = "service")
class ServiceRow extends CatalogRow {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private String key;
    private String name = "";
    private String kind = "";
    private String owner = "";
    private int criticality;
    private String description = "";
    private String tags = "[]";

    @SuppressWarnings("NullAway.Init")
    protected ServiceRow() {}

    ServiceRow(ProjectId project, ServiceKey key) {
        super(project);
        this.key = key.value();
    }

    void take(ServiceDraft draft) {
        name = draft.name().isBlank() ? key : draft.name().strip();
        kind = draft.kind().name();
        owner = draft.owner();
        criticality = draft.criticality();
        description = draft.description();
        tags = CatalogJson.write(draft.tags());
    }

    Service service() {
        return new Service(
                ServiceKey.of(key),
                name,
                ServiceKind.valueOf(kind),
                owner,
                criticality,
                description,
                CatalogJson.read(tags, TEXTS),
                version());
    }
}
