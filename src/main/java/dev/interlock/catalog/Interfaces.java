package dev.interlock.catalog;

import dev.interlock.openapi.InterfaceChange;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;
import java.util.Optional;

/** The interfaces of services as immutable revisions of OpenAPI documents. */
public interface Interfaces {
    /** The name of the interface of a service that has only one. */
    String DEFAULT = "default";

    /**
     * Stores a document as the new revision; creates an INTERNAL service that is not registered yet. A document equal to
     * the revision on file adds none.
     *
     * @throws dev.interlock.platform.Problem {@link CatalogProblem#INTERFACE_IS_UNREADABLE} with every fault found; the
     *     revision on file stays active
     */
    ImportedInterface importDocument(ProjectId project, ServiceKey service, String name, Upload upload, Actor actor);

    /** What {@link #importDocument} would do; nothing is stored. */
    ImportedInterface preview(ProjectId project, ServiceKey service, String name, Upload upload);

    /** Fetches a document by its address under the policy of the instance. */
    Upload fetch(String url);

    /** The current revision of every interface in the project, by service and name. */
    List<InterfaceRevision> all(ProjectId project);

    /** The current revision: of the interface named default, else of the first by name. */
    Optional<InterfaceRevision> current(ProjectId project, ServiceKey service);

    /** Every revision of a service, newest first, at most 200. */
    List<InterfaceRevision> revisions(ProjectId project, ServiceKey service);

    /** The document of the current revision; kept in memory, so asking often is cheap. */
    Optional<OpenApiDocument> document(ProjectId project, ServiceKey service);

    /** The document of one revision. */
    Optional<OpenApiDocument> documentOf(ProjectId project, long revisionId);

    /** What a revision changed against the one before it; empty for a first one. At most 2,000 differences. */
    List<InterfaceChange> changes(ProjectId project, long revisionId);

    /** The callable operations of the current revisions of a service, in document order. */
    List<OperationInfo> operations(ProjectId project, ServiceKey service);
}
