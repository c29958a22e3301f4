package dev.interlock.catalog.service;

import dev.interlock.catalog.Service;
import dev.interlock.catalog.ServiceDraft;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.ServiceKind;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.platform.ProjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A row of catalog.service. */
@Entity
@Table(schema = "catalog", name = "service")
class ServiceRow {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private long projectId;

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
        this.projectId = project.value();
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

    long version() {
        return version;
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
                version);
    }
}
