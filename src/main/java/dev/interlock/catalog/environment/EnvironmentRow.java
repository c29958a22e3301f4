package dev.interlock.catalog.environment;

import dev.interlock.catalog.Environment;
import dev.interlock.catalog.EnvironmentDraft;
import dev.interlock.catalog.EnvironmentKey;
import dev.interlock.catalog.Identity;
import dev.interlock.catalog.ServiceKey;
import dev.interlock.catalog.Target;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.catalog.store.CatalogRow;
import dev.interlock.outbound.Opening;
import dev.interlock.platform.ProjectId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** A row of catalog.environment. */
@Entity
@Table(schema = "catalog", name = "environment")
class EnvironmentRow extends CatalogRow {
    private static final TypeReference<Map<String, Target>> TARGETS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Identity>> IDENTITIES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Opening>> OPENINGS = new TypeReference<>() {};

    private String key;
    private String name = "";
    private String targets = "{}";
    private String identities = "{}";
    private String variables = "{}";

    @Column(name = "protected")
    private boolean protectedEnvironment;

    private boolean evidence;
    private String openings = "[]";

    @SuppressWarnings("NullAway.Init")
    protected EnvironmentRow() {}

    EnvironmentRow(ProjectId project, EnvironmentKey key) {
        super(project);
        this.key = key.value();
    }

    void take(EnvironmentDraft draft) {
        name = draft.name().isBlank() ? key : draft.name().strip();
        targets = CatalogJson.write(new TreeMap<>(draft.targets()));
        identities = CatalogJson.write(new TreeMap<>(draft.identities()));
        variables = CatalogJson.write(new TreeMap<>(draft.variables()));
        protectedEnvironment = draft.protectedEnvironment();
        evidence = draft.evidence();
    }

    void open(List<Opening> all) {
        openings = CatalogJson.write(all);
    }

    Environment environment() {
        var byService = new HashMap<ServiceKey, Target>();
        CatalogJson.read(targets, TARGETS).forEach((service, target) -> byService.put(ServiceKey.of(service), target));
        return new Environment(
                EnvironmentKey.of(key),
                name,
                byService,
                CatalogJson.read(identities, IDENTITIES),
                CatalogJson.read(variables, TEXTS),
                protectedEnvironment,
                evidence,
                CatalogJson.read(openings, OPENINGS),
                version());
    }
}
