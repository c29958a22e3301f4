package dev.interlock.ingest;

import dev.interlock.openapi.Upload;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import java.util.List;

/**
 * Documents made elsewhere: OpenAPI documents become interfaces, Arazzo documents test cases; compose files, Kubernetes
 * manifests and Backstage catalogs services, integrations and teams.
 */
public interface Imports {

    /**
     * Reads documents by what they are. Of several, those that can be read are imported and the rest are named.
     *
     * @throws dev.interlock.platform.Problem {@link IngestProblem#DOCUMENT_IS_REFUSED} when no document can be imported
     */
    ImportAnswer read(ProjectId project, List<Upload> documents, ImportWish wish, Actor actor);
}
