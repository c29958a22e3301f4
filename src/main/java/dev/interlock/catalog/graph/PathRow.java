package dev.interlock.catalog.graph;

import dev.interlock.catalog.Hop;
import dev.interlock.catalog.IntegrationPath;
import dev.interlock.catalog.Origin;
import dev.interlock.catalog.PathDraft;
import dev.interlock.catalog.PathKey;
import dev.interlock.catalog.store.CatalogJson;
import dev.interlock.catalog.store.CatalogRow;
import dev.interlock.platform.ProjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A row of catalog.integration_path. */
@Entity
@Table(schema = "catalog", name = "integration_path")
class PathRow extends CatalogRow {
    private static final TypeReference<List<Hop>> HOPS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private String key;
    private String name = "";
    private String hops = "[]";
    private @Nullable Integer likelihoodRating;
    private @Nullable Integer impactRating;
    private String requirements = "[]";
    private String team = "";
    private String origin = "";

    @SuppressWarnings("NullAway.Init")
    protected PathRow() {}

    PathRow(ProjectId project, PathKey key) {
        super(project);
        this.key = key.value();
    }

    /** Takes over a draft whose hops are normalised. */
    void take(PathDraft draft, List<Hop> normalised) {
        name = draft.name().isBlank()
                ? PathShape.chain(normalised)
                : draft.name().strip();
        hops = CatalogJson.write(normalised);
        likelihoodRating = draft.likelihoodRating();
        impactRating = draft.impactRating();
        requirements = CatalogJson.write(draft.requirements());
        team = draft.team();
        origin = draft.origin().name();
    }

    IntegrationPath path() {
        var read = CatalogJson.read(hops, HOPS);
        return new IntegrationPath(
                PathKey.of(key),
                name,
                read,
                PathShape.services(read),
                likelihoodRating,
                impactRating,
                CatalogJson.read(requirements, TEXTS),
                team,
                Origin.valueOf(origin),
                version());
    }
}
