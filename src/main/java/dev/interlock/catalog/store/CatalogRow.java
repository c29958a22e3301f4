package dev.interlock.catalog.store;

import dev.interlock.platform.ProjectId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What the rows of this module have in common: a number, a version and the project they belong to. */
@MappedSuperclass
public abstract class CatalogRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @SuppressWarnings("UnusedVariable") // queries ask for it
    private long projectId;

    /** For the mapper. */
    protected CatalogRow() {}

    /** A new row of a project. */
    protected CatalogRow(ProjectId project) {
        this.projectId = project.value();
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }
}
